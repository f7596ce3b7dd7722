import { Badge, Group, Text } from '@mantine/core';
import { botWords, dollars, percent, took, useIntentName } from '../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import classes from './console.module.css';
import { Inside } from './inside.tsx';
import { consoleTexts } from './texts/texts.ts';
import type { Tried } from './tried.ts';

/** A sentence, what the bot would say to it, and on demand all that happened in between. */
export function Exchange({ sentence, tried, open }: { sentence: string; tried: Tried; open: boolean }) {
  const t = useTexts(consoleTexts);
  const words = useTexts(botWords);
  const language = useLanguage();
  const nameOf = useIntentName();
  const { understanding, decision, draft, cost } = tried;
  const replies = decision.replies.length > 0 ? decision.replies : draft.text === null ? [] : [draft.text];
  return (
    <article className={classes.exchange}>
      <div className={classes.bubble} data-side="in">
        {sentence}
      </div>
      {replies.map((text, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- said in this order
        <div key={at} className={classes.bubble} data-side="out">
          {text}
        </div>
      ))}
      {replies.length === 0 && (
        <Text size="sm" c="dimmed" ta="right">
          {t('silent')}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        <Badge variant="light" color={understanding.sure ? 'petroleo' : 'yellow'}>
          {nameOf(understanding.sure ? understanding.intent : 'outside')} {percent(understanding.confidence, language)}
        </Badge>
        {decision.handoff !== null && (
          <Badge variant="light" color="caju">
            {t('handsOver')}
          </Badge>
        )}
        {understanding.attack.attack && (
          <Badge variant="light" color="red">
            {t('attack')}
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {[
            words(`by_${draft.by}`),
            ...(draft.model === null ? [] : [draft.model]),
            took(draft.ms, language),
            ...(cost.micros > 0 ? [dollars(cost.micros, language)] : []),
          ].join(' · ')}
        </Text>
      </Group>
      <details className={classes.details} open={open}>
        <summary>{t('inside')}</summary>
        <Inside tried={tried} />
      </details>
    </article>
  );
}
