import { Select, TagsInput, Textarea } from '@mantine/core';
import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { TextLink } from '../../../../ui/index.ts';
import { toolsTexts } from '../texts/texts.ts';
import type { ToolDraft } from '../tool-draft.ts';

const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** The few fields of the kinds that need few. */
export function SimpleForm({ draft, change }: { draft: ToolDraft; change: (part: Partial<ToolDraft>) => void }) {
  const t = useTexts(toolsTexts);
  const departments = useRead('departments.list', draft.kind === 'open_ticket' ? {} : undefined).data?.departments;
  switch (draft.kind) {
    case 'opening_hours':
      return (
        <>
          <Textarea
            label={t('note')}
            description={t('noteHint')}
            value={draft.note}
            maxLength={300}
            autosize
            minRows={2}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <TextLink to="/bot/$section" params={{ section: 'work' }} size="sm">
            {t('setHours')}
          </TextLink>
        </>
      );
    case 'open_ticket':
      return (
        <>
          <Select
            label={t('department')}
            placeholder={t('noDepartment')}
            clearable
            data={(departments ?? []).map((one) => ({ value: one.id, label: one.name }))}
            value={draft.departmentId}
            onChange={(departmentId) => change({ departmentId })}
          />
          <Select
            label={t('priority')}
            placeholder={t('priority_normal')}
            clearable
            data={priorities.map((one) => ({ value: one, label: t(`priority_${one}`) }))}
            value={draft.priority}
            onChange={(chosen) => change({ priority: priorities.find((one) => one === chosen) ?? null })}
          />
        </>
      );
    case 'book':
      return (
        <TagsInput
          label={t('services')}
          description={t('servicesHint')}
          value={[...draft.services]}
          maxTags={50}
          onChange={(services) => change({ services })}
        />
      );
    default:
      return null;
  }
}
