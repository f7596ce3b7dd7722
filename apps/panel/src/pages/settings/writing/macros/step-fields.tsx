import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { writingTexts } from '../texts/texts.ts';
import { type MacroAction, priorities, snoozeMinutes } from './macro-actions.ts';

interface StepFieldsProps<Action extends MacroAction = MacroAction> {
  readonly action: Action;
  onChange(action: MacroAction): void;
}

type Of<What extends MacroAction['do']> = StepFieldsProps<Extract<MacroAction, { do: What }>>;

/** What a step needs to know. */
export function StepFields({ action, onChange }: StepFieldsProps): ReactNode {
  switch (action.do) {
    case 'send_canned':
      return <CannedField action={action} onChange={onChange} />;
    case 'send_text':
    case 'note':
      return <TextField action={action} onChange={onChange} />;
    case 'set_tags':
      return <TagFields action={action} onChange={onChange} />;
    case 'set_priority':
      return <PriorityField action={action} onChange={onChange} />;
    case 'set_department':
      return <DepartmentField action={action} onChange={onChange} />;
    case 'snooze':
      return <SnoozeField action={action} onChange={onChange} />;
    case 'resolve':
      return <ReasonField action={action} onChange={onChange} />;
    default:
      return null;
  }
}

function CannedField({ action, onChange }: Of<'send_canned'>): ReactNode {
  const t = useTexts(writingTexts);
  const canned = useRead('canned.list', {}).data?.canned ?? [];
  return (
    <Select
      aria-label={t('do_send_canned')}
      searchable
      value={action.cannedId === '' ? null : action.cannedId}
      data={canned.map((one) => ({
        value: one.id,
        label: `/${one.shortcut}${one.title === null ? '' : ` · ${one.title}`}`,
      }))}
      onChange={(cannedId) => onChange({ ...action, cannedId: cannedId ?? '' })}
    />
  );
}

function TextField({ action, onChange }: Of<'send_text' | 'note'>): ReactNode {
  const t = useTexts(writingTexts);
  return (
    <Textarea
      aria-label={t(`do_${action.do}`)}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={4_000}
      value={action.text}
      onChange={(event) => onChange({ ...action, text: event.currentTarget.value })}
    />
  );
}

function TagFields({ action, onChange }: Of<'set_tags'>): ReactNode {
  const t = useTexts(writingTexts);
  const tags = (useRead('tags.list', {}).data?.tags ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <MultiSelect
        label={t('tagsAdd')}
        searchable
        value={[...action.add]}
        data={tags}
        onChange={(add) => onChange({ ...action, add })}
      />
      <MultiSelect
        label={t('tagsRemove')}
        searchable
        value={[...action.remove]}
        data={tags}
        onChange={(remove) => onChange({ ...action, remove })}
      />
    </>
  );
}

function PriorityField({ action, onChange }: Of<'set_priority'>): ReactNode {
  const t = useTexts(writingTexts);
  return (
    <Select
      aria-label={t('do_set_priority')}
      allowDeselect={false}
      value={action.priority}
      data={priorities.map((one) => ({ value: one, label: t(one) }))}
      onChange={(chosen) =>
        onChange({ ...action, priority: priorities.find((one) => one === chosen) ?? action.priority })
      }
    />
  );
}

function DepartmentField({ action, onChange }: Of<'set_department'>): ReactNode {
  const t = useTexts(writingTexts);
  const departments = useRead('departments.list', {}).data?.departments ?? [];
  return (
    <Select
      aria-label={t('do_set_department')}
      searchable
      value={action.departmentId === '' ? null : action.departmentId}
      data={departments.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(departmentId) => onChange({ ...action, departmentId: departmentId ?? '' })}
    />
  );
}

function SnoozeField({ action, onChange }: Of<'snooze'>): ReactNode {
  const t = useTexts(writingTexts);
  const known = [...new Set([...snoozeMinutes, action.minutes])].toSorted((a, b) => a - b);
  const word = (minutes: number) =>
    minutes < 24 * 60
      ? t('hour', { count: Math.round(minutes / 60) })
      : t('day', { count: Math.round(minutes / 1_440) });
  return (
    <Select
      aria-label={t('snoozeFor')}
      allowDeselect={false}
      value={String(action.minutes)}
      data={known.map((minutes) => ({ value: String(minutes), label: word(minutes) }))}
      onChange={(minutes) => onChange({ ...action, minutes: Number(minutes ?? action.minutes) })}
    />
  );
}

function ReasonField({ action, onChange }: Of<'resolve'>): ReactNode {
  const t = useTexts(writingTexts);
  return (
    <TextInput
      aria-label={t('reason')}
      placeholder={t('reason')}
      maxLength={200}
      value={action.reason ?? ''}
      onChange={(event) => {
        const reason = event.currentTarget.value;
        onChange(reason === '' ? { do: 'resolve' } : { ...action, reason });
      }}
    />
  );
}
