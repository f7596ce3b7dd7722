import { MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { writingTexts } from '../texts/texts.ts';

export interface Sharing {
  readonly personal: boolean;
  readonly departmentIds: readonly string[];
}

/** One's own, or the team's: of some departments or all. Without the right to change what is shared, only one's own. */
export function SharingFields({ value, onChange }: { value: Sharing; onChange(value: Sharing): void }): ReactNode {
  const t = useTexts(writingTexts);
  const mayShare = useCan()('desk:write');
  const departments = useRead('departments.list', {}).data?.departments ?? [];
  if (!mayShare) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('sharing')}
      </Text>
      <SegmentedControl
        value={value.personal ? 'personal' : 'shared'}
        onChange={(next) => onChange({ ...value, personal: next === 'personal' })}
        data={[
          { value: 'shared', label: t('shared') },
          { value: 'personal', label: t('personal') },
        ]}
      />
      {value.personal ? null : (
        <MultiSelect
          label={t('departments')}
          description={t('departmentsHint')}
          searchable
          value={[...value.departmentIds]}
          data={departments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(departmentIds) => onChange({ ...value, departmentIds })}
        />
      )}
    </Stack>
  );
}
