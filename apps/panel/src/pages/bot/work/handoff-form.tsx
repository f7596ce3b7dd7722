import { MultiSelect, NumberInput, Select, Switch, TagsInput } from '@mantine/core';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { DepartmentsByIntent } from './departments-by-intent.tsx';
import { GroupForm, type Settings } from './group-form.tsx';
import { ShareSlider } from './share-slider.tsx';
import { workTexts } from './texts/texts.ts';
import { useIntentChoices } from './use-intent-choices.ts';

const subjects = [
  'health',
  'self_harm',
  'violence',
  'minors',
  'legal',
  'fraud',
  'discrimination',
  'bereavement',
  'personal_data',
] as const satisfies readonly Settings['handoff']['subjects'][number][];

/** When a person is called, and which. */
export function HandoffForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  const departments = useRead('departments.list', {}).data?.departments ?? [];
  const intents = useIntentChoices(saved.handoff.intents);
  return (
    <GroupForm title={t('handoff')} lead={t('handoffLead')} saved={saved} subjects={['handoff']}>
      {({ settings: { handoff }, change }) => (
        <>
          <MultiSelect
            label={t('atOnce')}
            description={t('atOnceHint')}
            data={intents}
            value={handoff.intents}
            searchable
            onChange={(chosen) => change('handoff', { intents: chosen })}
          />
          <MultiSelect
            label={t('sensitive')}
            data={subjects.map((one) => ({ value: one, label: t(`subject_${one}`) }))}
            value={handoff.subjects}
            onChange={(chosen) => change('handoff', { subjects: subjects.filter((one) => chosen.includes(one)) })}
          />
          <TagsInput
            label={t('words')}
            description={t('wordsHint')}
            value={handoff.words}
            maxTags={100}
            onChange={(words) => change('handoff', { words: words.filter((word) => word.trim().length >= 2) })}
          />
          <NumberInput
            label={t('failures')}
            description={t('failuresHint')}
            min={1}
            max={10}
            allowDecimal={false}
            value={handoff.failures}
            onChange={(value) => typeof value === 'number' && change('handoff', { failures: value })}
          />
          <NumberInput
            label={t('answerMinutes')}
            description={t('answerMinutesHint')}
            min={1}
            max={10_080}
            allowDecimal={false}
            value={handoff.answerMinutes}
            onChange={(value) => typeof value === 'number' && change('handoff', { answerMinutes: value })}
          />
          <Switch
            label={t('anger')}
            checked={handoff.anger}
            onChange={(event) => change('handoff', { anger: event.currentTarget.checked })}
          />
          {handoff.anger && (
            <ShareSlider
              label={t('angerAt')}
              hint={t('angerAtHint')}
              value={handoff.angerAt}
              onChange={(angerAt) => change('handoff', { angerAt })}
            />
          )}
          <Select
            label={t('department')}
            description={t('departmentHint')}
            placeholder={t('noDepartment')}
            clearable
            data={departments.map((one) => ({ value: one.id, label: one.name }))}
            value={handoff.departmentId}
            onChange={(departmentId) => change('handoff', { departmentId })}
          />
          {departments.length > 0 && (
            <DepartmentsByIntent
              chosen={handoff.departments}
              departments={departments}
              intents={intents}
              onChange={(map) => change('handoff', { departments: map })}
            />
          )}
        </>
      )}
    </GroupForm>
  );
}
