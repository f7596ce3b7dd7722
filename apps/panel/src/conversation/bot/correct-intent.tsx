import { Button, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useIntentName, useIntents } from '../../bot-words/index.ts';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import classes from './bot.module.css';
import { corrections } from './corrections.ts';
import type { BotTurn } from './read-turns.ts';
import { botSignTexts } from './texts/texts.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What the customer wanted, said by a person in one click; the bot learns it in the background. */
export function CorrectIntent({
  turn,
  message,
  onDone,
}: {
  turn: BotTurn;
  message: ThreadMessage;
  onDone: () => void;
}) {
  const t = useTexts(botSignTexts);
  const nameOf = useIntentName();
  const mayCorrect = useCan()('tickets:write');
  const [typed, setTyped] = useState('');
  const intents = useIntents().filter((one) => !one.archived && one.key !== 'outside');
  const choices = [...intents.map(({ key, name }) => ({ key, name })), { key: 'outside', name: nameOf('outside') }];
  const found = choices.filter((one) => plain(one.name).includes(plain(typed.trim())));
  const correct = useWrite('intents.correct', {
    refreshes: ['intents.list', 'intents.to-label'],
    onSuccess: (_, { key }) => {
      corrections.set((now) => new Map(now).set(turn.id, key));
      tell.done(t('corrected'));
      onDone();
    },
    onError: (problem) => tell.problem(problem),
  });
  const say = (key: string) => correct.mutate({ messageId: message.id, key });
  if (!mayCorrect) return <Text size="sm">{nameOf(turn.intent)}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('correctTitle')}
      </Text>
      {turn.intent !== null && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconCheck size={16} stroke={1.7} />}
          disabled={correct.isPending}
          onClick={() => say(turn.intent ?? 'outside')}
        >
          {t('right', { name: nameOf(turn.intent) })}
        </Button>
      )}
      <TextInput
        size="xs"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={typed}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [only] = found;
          if (event.key === 'Enter' && only && typed.trim() !== '') say(only.key);
        }}
      />
      <ScrollArea.Autosize mah={240}>
        {found.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('nothing')}
          </Text>
        )}
        {found.map((one) => (
          <UnstyledButton
            key={one.key}
            className={classes.choice ?? ''}
            aria-current={one.key === turn.intent || undefined}
            disabled={correct.isPending}
            onClick={() => say(one.key)}
          >
            {one.name}
          </UnstyledButton>
        ))}
      </ScrollArea.Autosize>
    </Stack>
  );
}
