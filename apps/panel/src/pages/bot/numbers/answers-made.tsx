import { Text } from '@mantine/core';
import type { Output } from '../../../api/index.ts';
import { botWords, count, percent } from '../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { Section } from '../../../ui/index.ts';
import classes from './numbers.module.css';
import { numbersTexts } from './texts/texts.ts';

/** Who made the answers, as parts of a whole. */
export function AnswersMade({ metrics }: { metrics: Output<'bot.metrics'> }) {
  const t = useTexts(numbersTexts);
  const words = useTexts(botWords);
  const language = useLanguage();
  const all = metrics.answers.reduce((sum, one) => sum + one.count, 0);
  const parts = metrics.answers.filter((one) => one.count > 0).toSorted((a, b) => b.count - a.count);
  return (
    <Section title={t('answers')}>
      <div className={classes.stack} aria-hidden>
        {parts.map(({ by, count: made }) => (
          <div key={by} className={classes[`part-${by}`]} style={{ width: `${(made / all) * 100}%` }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ by, count: made }) => (
          <li key={by}>
            <span className={`${classes.dot} ${classes[`part-${by}`]}`} />
            <Text size="sm" flex={1}>
              {words(`by_${by}`)}
            </Text>
            <Text size="sm" fw={600} className={classes.number ?? ''}>
              {percent(made / all, language)} · {count(made, language)}
            </Text>
          </li>
        ))}
      </ul>
      {metrics.cacheHitRate !== null && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('cacheHits', { share: percent(metrics.cacheHitRate, language) })}
        </Text>
      )}
      {metrics.fallbacks > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('fallbacks', { count: metrics.fallbacks })}
        </Text>
      )}
    </Section>
  );
}
