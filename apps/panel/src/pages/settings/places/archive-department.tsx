import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { type Output, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../ui/index.ts';
import { placesTexts } from './texts/texts.ts';

type Department = Output<'departments.list'>['departments'][number];

/** What is still in it has to go somewhere: asked here, done with the archiving in one step. */
export function ArchiveDepartment({
  department,
  others,
  onClose,
}: {
  department: Department;
  others: readonly Department[];
  onClose: () => void;
}) {
  const t = useTexts(placesTexts);
  const ui = useTexts(uiTexts);
  const [moveTo, setMoveTo] = useState<string>('none');
  const archive = useWrite('departments.archive', {
    refreshes: ['departments.list', 'queues.list', 'inbox.list', 'inbox.counts'],
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('archiveTitle', { name: department.name })} size="sm">
      <Stack gap="sm">
        <Select
          label={t('archiveDepartment')}
          data={[
            { value: 'none', label: t('noDepartment') },
            ...others.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={moveTo}
          onChange={(value) => setMoveTo(value ?? 'none')}
          allowDeselect={false}
        />
        <FormProblem problem={archive.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button
            color="red"
            loading={archive.isPending}
            onClick={() => archive.mutate({ departmentId: department.id, moveTo: moveTo === 'none' ? null : moveTo })}
          >
            {t('archive')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
