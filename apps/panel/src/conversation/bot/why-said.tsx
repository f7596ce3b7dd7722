import { Anchor, Text } from '@mantine/core';
import { botWords, count, dollars, percent, took, useIntentName, useStateWords } from '../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import classes from './bot.module.css';
import type { BotTurn } from './read-turns.ts';
import { botSignTexts } from './texts/texts.ts';

/** How the bot came to say what it said: from what, by whom, how sure, for how much. */
export function WhySaid({ turn }: { turn: BotTurn }) {
  const t = useTexts(botSignTexts);
  const words = useTexts(botWords);
  const language = useLanguage();
  const nameOf = useIntentName();
  const { reasonWords } = useStateWords();
  const facts: (readonly [string, string])[] = [];
  if (turn.intent !== null)
    facts.push([
      t('understood'),
      `${nameOf(turn.intent)}${turn.confidence === null ? '' : ` · ${percent(turn.confidence, language)}`}`,
    ]);
  if (turn.answeredBy !== null) facts.push([t('by'), words(`by_${turn.answeredBy}`)]);
  if (turn.reason !== null) facts.push([t('reason'), reasonWords(turn.reason)]);
  if (turn.model !== null) facts.push([t('model'), turn.model]);
  if (turn.tokensIn > 0)
    facts.push([
      t('tokens'),
      t('tokensInOut', { tokensIn: count(turn.tokensIn, language), tokensOut: count(turn.tokensOut, language) }),
    ]);
  if (turn.answeredBy === 'model' || turn.costMicros > 0) facts.push([t('cost'), dollars(turn.costMicros, language)]);
  if (turn.ms !== null) facts.push([t('time'), took(turn.ms, language)]);
  facts.push([t('state'), `${words(`state_${turn.from}`)} → ${words(`state_${turn.to}`)}`]);
  return (
    <>
      {turn.attack && (
        <Text size="sm" c="var(--b-warn)" mb="xs">
          {t('attack')}
        </Text>
      )}
      {turn.sources.length > 0 && (
        <>
          <Text size="xs" fw={600}>
            {t('sourcesTitle')}
          </Text>
          <ul className={classes.sources}>
            {turn.sources.map((source) => (
              <li key={source.passageId}>
                {source.url === null ? (
                  <Text size="sm">{source.title}</Text>
                ) : (
                  <Anchor size="sm" href={source.url} target="_blank" rel="noreferrer">
                    {source.title}
                  </Anchor>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
