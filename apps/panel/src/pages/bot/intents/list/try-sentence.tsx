import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../api/index.ts';
import { percent } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { Loaded, Section } from '../../../../ui/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';

/** What the bot understands in a sentence; nothing of it is kept. */
export function TrySentence() {
  const t = useTexts(intentsTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState<string>();
  const read = useRead('intents.try', text === undefined ? undefined : { text }, { keepPrevious: true, staleTime: 0 });
  return (
    <Section title={t('tab_try')} lead={t('tryLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') setText(typed.trim());
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('sentence')}
            placeholder={t('sentencePlaceholder')}
            value={typed}
            maxLength={2000}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" loading={text !== undefined && read.isFetching}>
            {t('tryNow')}
          </Button>
        </Group>
      </form>
      {text !== undefined && (
        <Loaded read={read}>
          {(found) => (
            <>
              <Group gap="xs" mt="md">
                <Text fw={600}>{found.understood.name}</Text>
                <Text c="dimmed">{percent(found.understood.confidence, language)}</Text>
                {found.attack && (
                  <Badge color="red" variant="light">
                    {t('attack')}
                  </Badge>
                )}
                {found.wantsHuman && <Badge variant="light">{t('wantsHuman')}</Badge>}
                {found.anger >= 0.5 && (
                  <Badge color="yellow" variant="light">
                    {t('angry', { share: percent(found.anger, language) })}
                  </Badge>
                )}
                {found.finished === 'half' && (
                  <Badge color="gray" variant="light">
                    {t('half')}
                  </Badge>
                )}
              </Group>
              <Text size="xs" c="dimmed" mb="sm">
                {t('needs', { share: percent(found.threshold, language) })}
              </Text>
              {found.ranking.slice(0, 5).map((one) => (
                <div key={one.key} className={classes.row}>
                  <Text size="sm" className={classes.words ?? ''}>
                    {one.name}
                  </Text>
                  <Text size="sm" className={classes.number ?? ''}>
                    {percent(one.confidence, language)}
                  </Text>
                </div>
              ))}
            </>
          )}
        </Loaded>
      )}
    </Section>
  );
}
