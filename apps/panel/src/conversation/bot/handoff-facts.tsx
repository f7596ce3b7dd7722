import { Badge, Text } from '@mantine/core';
import { IconMoodAngry, IconMoodSad } from '@tabler/icons-react';
import { botWords, isTried, useIntentName } from '../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { fullTime } from '../../ui/index.ts';
import classes from './bot.module.css';
import type { BotHandoff } from './read-turns.ts';
import { botSignTexts } from './texts/texts.ts';

/** What a person should know before the first word. */
export function HandoffFacts({ handoff }: { handoff: BotHandoff }) {
  const t = useTexts(botSignTexts);
  const language = useLanguage();
  const nameOf = useIntentName();
  const { wants, intent, tried, collected, answerDueAt, sentiment, summary, summaryBy } = handoff;
  const words = useTexts(botWords);
  return (
    <>
      {summaryBy === 'model' && (
        <Text size="sm" className={classes.words ?? ''}>
          {summary}
        </Text>
      )}
      <dl className={classes.facts}>
        {(wants !== null || intent !== null) && (
          <div>
            <dt>{t('wants')}</dt>
            <dd>
              {wants === null ? nameOf(intent) : <q>{wants}</q>}
              {wants !== null && intent !== null && <span className={classes.soft}> {nameOf(intent)}</span>}
            </dd>
          </div>
        )}
        {collected.map((one) => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>{one.value}</dd>
          </div>
        ))}
        {tried.length > 0 && (
          <div>
            <dt>{t('tried')}</dt>
            <dd>
              <ul className={classes.tried}>
                {tried.map((one, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- tried in this order, and never again
                  <li key={at}>
                    {words(`tried_${isTried(one.event) ? one.event : 'helped'}`)}
                    {one.text !== null && <span className={classes.soft}> “{one.text}”</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {answerDueAt !== null && (
          <div>
            <dt>{t('promised')}</dt>
            <dd>
              <time dateTime={answerDueAt}>{fullTime(answerDueAt, language)}</time>
            </dd>
          </div>
        )}
      </dl>
      {sentiment !== 'calm' && (
        <Badge
          variant="light"
          color={sentiment === 'angry' ? 'red' : 'yellow'}
          leftSection={
            sentiment === 'angry' ? (
              <IconMoodAngry size={14} stroke={1.7} aria-hidden />
            ) : (
              <IconMoodSad size={14} stroke={1.7} aria-hidden />
            )
          }
        >
          {t(`mood_${sentiment}`)}
        </Badge>
      )}
    </>
  );
}
