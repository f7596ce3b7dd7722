import { Progress, Text } from '@mantine/core';
import { useRead } from '../../../../api/index.ts';
import { count, dollars, percent } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { Loaded, RowsSkeleton, Section, TextLink } from '../../../../ui/index.ts';
import { Figure } from '../../figure.tsx';
import classes from '../models.module.css';
import { modelsTexts } from '../texts/texts.ts';
import { DayChart } from './day-chart.tsx';
import { everyDay } from './every-day.ts';

/** What was spent: today against the budget, day by day, and on which tickets. */
export function Spend() {
  const t = useTexts(modelsTexts);
  const language = useLanguage();
  const read = useRead('bot.spend', {}, { staleTime: 30_000 });
  return (
    <Section
      title={t('spend')}
      actions={
        <TextLink to="/bot/$section" params={{ section: 'work' }} size="sm">
          {t('changeBudget')}
        </TextLink>
      }
    >
      <Loaded read={read} skeleton={<RowsSkeleton rows={3} avatar={false} />}>
        {({ today, days, totalMicros, hitRate, tickets }) => (
          <>
            <div className={classes.figures}>
              <Figure label={t('today')} value={dollars(today.spentMicros, language)}>
                {today.limitMicros === null
                  ? t('noBudget')
                  : t('ofBudget', { limit: dollars(today.limitMicros, language) })}
              </Figure>
              <Figure label={t('days30')} value={dollars(totalMicros, language)} />
              {hitRate !== null && (
                <Figure label={t('hitRate')} value={percent(hitRate, language)}>
                  {t('hitRateHint')}
                </Figure>
              )}
            </div>
            {today.limitMicros !== null && today.limitMicros > 0 && (
              <Progress
                mb="xs"
                value={Math.min(100, (today.spentMicros / today.limitMicros) * 100)}
                color={today.level === 'full' ? 'petroleo' : 'caju'}
                aria-label={t('today')}
              />
            )}
            {today.level !== 'full' && (
              <Text size="sm" c="var(--b-warn)" mb="sm">
                {t(`level_${today.level}`)}
                {today.refused > 0 && ` ${t('refused', { count: today.refused })}`}
              </Text>
            )}
            {totalMicros > 0 && <DayChart days={everyDay(days, today.day)} label={t('spendByDay')} />}
            {tickets.length > 0 && (
              <>
                <Text size="sm" fw={600} mt="md">
                  {t('dearest')}
                </Text>
                {tickets.slice(0, 5).map((one) => (
                  <Text key={one.ticketId} size="sm" className={classes.number ?? ''}>
                    <TextLink to="/inbox/$ticketId" params={{ ticketId: one.ticketId }} inherit>
                      {one.protocol}
                    </TextLink>{' '}
                    {dollars(one.costMicros, language)}{' '}
                    <Text span size="xs" c="dimmed">
                      {t('requests', { count: one.requests, shown: count(one.requests, language) })}
                    </Text>
                  </Text>
                ))}
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
