import { Text } from '@mantine/core';
import type { Output } from '../../../api/index.ts';
import { botWords, count, dollars, percent, useIntentName } from '../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { Section } from '../../../ui/index.ts';
import { AnswersMade } from './answers-made.tsx';
import { Attacks } from './attacks.tsx';
import { Bars } from './bars.tsx';
import { ModelsUsed } from './models-used.tsx';
import classes from './numbers.module.css';
import { numbersTexts } from './texts/texts.ts';
import { Tile } from './tiles.tsx';

type Metrics = Output<'bot.metrics'>;

export function NumbersBody({ metrics, before }: { metrics: Metrics; before: Metrics | undefined }) {
  const t = useTexts(numbersTexts);
  const words = useTexts(botWords);
  const reasons = metrics.handoffs.toSorted((a, b) => b.count - a.count);
  return (
    <>
      <Tiles metrics={metrics} before={before?.talks ? before : undefined} />
      <div className={classes.columns}>
        <div>
          <Intents metrics={metrics} />
        </div>
        <div>
          <Section title={t('reasons')}>
            {reasons.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('noReasons')}
              </Text>
            ) : (
              <Bars
                label={t('reasons')}
                bars={reasons.map((one) => ({
                  key: one.reason,
                  label: words(`reason_${one.reason}`),
                  value: one.count,
                }))}
              />
            )}
          </Section>
        </div>
        {metrics.answers.some((one) => one.count > 0) && (
          <div>
            <AnswersMade metrics={metrics} />
          </div>
        )}
        {metrics.ratings.count > 0 && (
          <div>
            <Scores scores={metrics.ratings.scores} />
          </div>
        )}
        <div>
          <ModelsUsed models={metrics.models} />
        </div>
        {metrics.attacks > 0 && (
          <div>
            <Attacks />
          </div>
        )}
        <div>
          <Failures failures={metrics.failures} />
        </div>
      </div>
    </>
  );
}

function Scores({ scores }: { scores: Metrics['ratings']['scores'] }) {
  const t = useTexts(numbersTexts);
  return (
    <Section title={t('scores')}>
      <Bars
        label={t('scores')}
        bars={scores
          .toSorted((a, b) => b.score - a.score)
          .map((one) => ({ key: String(one.score), label: t('scoreOf', { score: one.score }), value: one.count }))}
      />
    </Section>
  );
}

function Tiles({ metrics, before }: { metrics: Metrics; before: Metrics | undefined }) {
  const t = useTexts(numbersTexts);
  const language = useLanguage();
  const was = (value: string | undefined) => (value === undefined ? undefined : t('before', { value }));
  const share = (of: Metrics) => percent(of.talks === 0 ? 0 : of.contained / of.talks, language);
  const handed = (of: Metrics) =>
    count(
      of.handoffs.reduce((sum, one) => sum + one.count, 0),
      language,
    );
  const { ratings, talks, costMicros } = metrics;
  const mean = ratings.mean?.toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <div className={classes.tiles}>
      <Tile label={t('talks')} value={count(talks, language)} before={was(before && count(before.talks, language))} />
      <Tile
        label={t('contained')}
        value={share(metrics)}
        hint={t('containedOf', { contained: count(metrics.contained, language), talks: count(talks, language) })}
        before={was(before && share(before))}
      />
      <Tile label={t('handedOff')} value={handed(metrics)} before={was(before && handed(before))} />
      <Tile
        label={t('cost')}
        value={dollars(costMicros, language)}
        hint={talks > 0 ? t('costPerTalk', { cost: dollars(costMicros / talks, language) }) : undefined}
        before={was(before && dollars(before.costMicros, language))}
      />
      <Tile
        label={t('rating')}
        value={mean ?? '–'}
        hint={ratings.count > 0 ? t('ratings', { count: ratings.count }) : t('noRatings')}
      />
      <Tile label={t('attacks')} value={count(metrics.attacks, language)} hint={t('attacksHint')} />
    </div>
  );
}

function Intents({ metrics }: { metrics: Metrics }) {
  const t = useTexts(numbersTexts);
  const nameOf = useIntentName();
  const language = useLanguage();
  return (
    <Section title={t('intents')} lead={t('intentsLead')}>
      <Bars
        label={t('intents')}
        bars={metrics.intents
          .toSorted((a, b) => b.count - a.count)
          .map((one) => ({
            key: one.name,
            label: nameOf(one.name),
            value: one.count,
            hint: t('intentHint', {
              confidence: percent(one.meanConfidence, language),
              handedOff: count(one.handedOff, language),
            }),
          }))}
      />
    </Section>
  );
}

function Failures({ failures }: { failures: Metrics['failures'] }) {
  const t = useTexts(numbersTexts);
  const words = useTexts(botWords);
  return (
    <Section title={t('failures')}>
      {failures.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noFailures')}
        </Text>
      ) : (
        <Bars
          label={t('failures')}
          bars={failures.map((one) => ({
            key: `${one.kind} ${one.state} ${one.flowVersionId}`,
            label: [
              t(`failure_${one.kind}`),
              t('whileState', { state: words(`state_${one.state}`) }),
              ...(one.flowVersionId === null ? [] : [t('inFlow')]),
            ].join(' '),
            value: one.count,
          }))}
        />
      )}
    </Section>
  );
}
