import { NumberInput, Select, Switch } from '@mantine/core';
import { useTexts } from '../../../text/index.ts';
import { GroupForm, type Settings } from './group-form.tsx';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

const joins = ['when_billed', 'always', 'never'] as const;

/** The manners of a talk: when nobody answers, at its end, and in how many bubbles. */
export function TalkForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  return (
    <GroupForm
      title={t('talk')}
      saved={saved}
      subjects={['idle', 'rating', 'bubbles']}
      invalid={({ idle }) => idle.closeMinutes > 0 && idle.nudgeMinutes >= idle.closeMinutes}
    >
      {({ settings: { idle, rating, bubbles }, change }) => (
        <>
          <div className={classes.half}>
            <NumberInput
              label={t('nudge')}
              description={t('zeroNever')}
              min={0}
              max={1440}
              allowDecimal={false}
              suffix={t('minutes')}
              value={idle.nudgeMinutes}
              onChange={(value) => typeof value === 'number' && change('idle', { nudgeMinutes: value })}
            />
            <NumberInput
              label={t('close')}
              description={t('zeroNever')}
              min={0}
              max={10_080}
              allowDecimal={false}
              suffix={t('minutes')}
              value={idle.closeMinutes}
              error={idle.closeMinutes > 0 && idle.nudgeMinutes >= idle.closeMinutes ? t('closeAfterNudge') : undefined}
              onChange={(value) => typeof value === 'number' && change('idle', { closeMinutes: value })}
            />
          </div>
          <Switch
            label={t('rating')}
            checked={rating.on}
            onChange={(event) => change('rating', { on: event.currentTarget.checked })}
          />
          <Select
            label={t('join')}
            data={joins.map((one) => ({ value: one, label: t(`join_${one}`) }))}
            value={bubbles.join}
            allowDeselect={false}
            onChange={(chosen) => change('bubbles', { join: joins.find((one) => one === chosen) ?? 'when_billed' })}
          />
        </>
      )}
    </GroupForm>
  );
}
