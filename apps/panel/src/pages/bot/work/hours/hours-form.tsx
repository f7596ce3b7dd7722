import { MultiSelect, Switch } from '@mantine/core';
import { useTexts } from '../../../../text/index.ts';
import { GroupForm, type Settings } from '../group-form.tsx';
import { workTexts } from '../texts/texts.ts';
import classes from '../work.module.css';
import { badSpans, Spans } from './spans.tsx';
import { SpecialDates } from './special-dates.tsx';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const customary = ['carnival', 'ash_wednesday', 'corpus_christi'] as const;

/** When people answer: what the bot promises when it calls one. */
export function HoursForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  return (
    <GroupForm
      title={t('hours')}
      lead={t('hoursLead')}
      saved={saved}
      subjects={['hours']}
      invalid={({ hours }) =>
        days.some((day) => badSpans(hours.week[day])) ||
        hours.dates.some((one) => one.date === '' || badSpans(one.spans))
      }
    >
      {({ settings: { hours }, change }) => (
        <>
          <Switch
            label={t('always')}
            checked={hours.always}
            onChange={(event) => change('hours', { always: event.currentTarget.checked })}
          />
          {!hours.always && (
            <>
              <div>
                {days.map((day) => (
                  <div key={day} className={classes.row}>
                    <Switch
                      className={classes.day ?? ''}
                      label={t(`day_${day}`)}
                      checked={hours.week[day].length > 0}
                      onChange={(event) =>
                        change('hours', {
                          week: {
                            ...hours.week,
                            [day]: event.currentTarget.checked ? [{ from: '08:00', to: '18:00' }] : [],
                          },
                        })
                      }
                    />
                    <Spans
                      of={t(`day_${day}`)}
                      spans={hours.week[day]}
                      onChange={(spans) => change('hours', { week: { ...hours.week, [day]: spans } })}
                    />
                  </div>
                ))}
              </div>
              <Switch
                label={t('holidays')}
                checked={hours.nationalHolidays}
                onChange={(event) => change('hours', { nationalHolidays: event.currentTarget.checked })}
              />
              <MultiSelect
                label={t('customary')}
                data={customary.map((one) => ({ value: one, label: t(`holiday_${one}`) }))}
                value={hours.customaryHolidays}
                onChange={(chosen) =>
                  change('hours', { customaryHolidays: customary.filter((one) => chosen.includes(one)) })
                }
              />
              <SpecialDates dates={hours.dates} onChange={(dates) => change('hours', { dates })} />
            </>
          )}
        </>
      )}
    </GroupForm>
  );
}
