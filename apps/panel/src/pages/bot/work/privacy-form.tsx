import { MultiSelect, NumberInput, Switch } from '@mantine/core';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { GroupForm, type Settings } from './group-form.tsx';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

/** What leaves for a model, and what is remembered of a person. */
export function PrivacyForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  const fields = useRead('fields.list', {}).data?.fields ?? [];
  const known = fields.filter((one) => one.archivedAt === null || saved.memory.fieldIds.includes(one.id));
  return (
    <GroupForm title={t('privacy')} saved={saved} subjects={['masking', 'memory', 'limits']}>
      {({ settings: { masking, memory, limits }, change }) => (
        <>
          <Switch
            label={t('masking')}
            description={t('maskingHint')}
            checked={masking.on}
            onChange={(event) => change('masking', { on: event.currentTarget.checked })}
          />
          <Switch
            label={t('memory')}
            description={t('memoryHint')}
            checked={memory.on}
            onChange={(event) => change('memory', { on: event.currentTarget.checked })}
          />
          {memory.on && (
            <>
              {known.length > 0 && (
                <MultiSelect
                  label={t('memoryFields')}
                  data={known.map((one) => ({ value: one.id, label: one.name }))}
                  value={memory.fieldIds}
                  maxValues={30}
                  onChange={(fieldIds) => change('memory', { fieldIds })}
                />
              )}
              <div className={classes.half}>
                <NumberInput
                  label={t('memoryTickets')}
                  min={0}
                  max={10}
                  allowDecimal={false}
                  value={memory.tickets}
                  onChange={(value) => typeof value === 'number' && change('memory', { tickets: value })}
                />
                <NumberInput
                  label={t('memoryDays')}
                  suffix={t('days')}
                  min={1}
                  max={3650}
                  allowDecimal={false}
                  value={memory.keepDays}
                  onChange={(value) => typeof value === 'number' && change('memory', { keepDays: value })}
                />
                <NumberInput
                  label={t('memoryTokens')}
                  min={0}
                  max={4000}
                  step={100}
                  allowDecimal={false}
                  value={limits.memoryTokens}
                  onChange={(value) => typeof value === 'number' && change('limits', { memoryTokens: value })}
                />
              </div>
            </>
          )}
        </>
      )}
    </GroupForm>
  );
}
