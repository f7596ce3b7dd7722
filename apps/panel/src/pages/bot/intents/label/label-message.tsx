import { Button, Group, Select, Text } from '@mantine/core';
import { type Output, patch, useWrite } from '../../../../api/index.ts';
import { percent, useIntentName, useIntents } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { RelativeTime, tell } from '../../../../ui/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';

type Message = Output<'intents.to-label'>['messages'][number];
const GUESSES = 3;

/** A message and what it may be: one click says it, and the next one comes up. */
export function LabelMessage({ message }: { message: Message }) {
  const t = useTexts(intentsTexts);
  const language = useLanguage();
  const nameOf = useIntentName();
  const intents = useIntents();
  const correct = useWrite('intents.correct', {
    refreshes: ['intents.list'],
    onSuccess: () =>
      patch('intents.to-label', { limit: 20 }, (now) => ({
        messages: now.messages.filter((one) => one.messageId !== message.messageId),
      })),
    onError: (problem) => tell.problem(problem),
  });
  const say = (key: string) => correct.mutate({ messageId: message.messageId, key });
  const guesses = message.ranking.filter((one) => one.key !== 'outside').slice(0, GUESSES);
  const others = intents.filter(
    (one) => !one.archived && one.key !== 'outside' && !guesses.some((guess) => guess.key === one.key),
  );
  return (
    <article className={classes.message}>
      <Text className={classes.words ?? ''}>
        “{message.text}” <RelativeTime at={message.at} />
      </Text>
      <Group gap="xs" mt="xs">
        {guesses.map((guess) => (
          <Button
            key={guess.key}
            size="xs"
            variant="default"
            disabled={correct.isPending}
            rightSection={
              <Text size="xs" c="dimmed">
                {percent(guess.confidence, language)}
              </Text>
            }
            onClick={() => say(guess.key)}
          >
            {guess.name}
          </Button>
        ))}
        <Button size="xs" variant="default" disabled={correct.isPending} onClick={() => say('outside')}>
          {nameOf('outside')}
        </Button>
        <Select
          size="xs"
          w={180}
          aria-label={t('another')}
          placeholder={t('another')}
          searchable
          value={null}
          disabled={correct.isPending}
          data={others.map((one) => ({ value: one.key, label: one.name }))}
          onChange={(key) => key !== null && say(key)}
        />
      </Group>
    </article>
  );
}
