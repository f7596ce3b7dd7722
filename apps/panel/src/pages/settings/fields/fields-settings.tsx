import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconForms, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmDialog, EmptyState, Loaded, PageSection, tell } from '../../../ui/index.ts';
import { EditField } from './edit-field.tsx';
import type { Field } from './field.ts';
import { fieldsTexts } from './texts/texts.ts';

export function FieldsSettings() {
  const t = useTexts(fieldsTexts);
  const mayWrite = useCan()('fields:write');
  const read = useRead('fields.list', {});
  const [editing, setEditing] = useState<Field | 'new'>();
  return (
    <PageSection
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setEditing('new')}>
            {t('new')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ fields }) =>
          fields.length === 0 ? (
            <EmptyState icon={<IconForms size={26} stroke={1.6} />} title={t('none')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            fields.map((field) => (
              <FieldRow key={field.id} field={field} mayWrite={mayWrite} onEdit={() => setEditing(field)} />
            ))
          )
        }
      </Loaded>
      {editing !== undefined && <EditField of={editing} onClose={() => setEditing(undefined)} />}
    </PageSection>
  );
}

function FieldRow({ field, mayWrite, onEdit }: { field: Field; mayWrite: boolean; onEdit: () => void }) {
  const t = useTexts(fieldsTexts);
  const [asking, setAsking] = useState(false);
  const archive = useWrite('fields.archive', {
    refreshes: ['fields.list'],
    onError: (problem) => tell.problem(problem),
  });
  const { name } = field;
  const away = field.archivedAt !== null;
  return (
    <Group py="sm" wrap="nowrap" gap="sm">
      <div style={{ flex: 1 }}>
        <Text size="sm" fw={600}>
          {name}{' '}
          {away && (
            <Badge variant="default" size="sm">
              {t('archived')}
            </Badge>
          )}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {[t(`t_${field.type}`), ...(field.options.length > 0 ? [field.options.join(', ')] : [])].join(' · ')}
        </Text>
      </div>
      {mayWrite && away && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={16} stroke={1.7} />}
          onClick={() => archive.mutate({ id: field.id, archived: false })}
        >
          {t('restore')}
        </Button>
      )}
      {mayWrite && !away && (
        <>
          <ActionIcon variant="subtle" color="gray" onClick={onEdit} aria-label={t('edit', { name })}>
            <IconPencil size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => setAsking(true)}
            aria-label={t('archiveTitle', { name })}
          >
            <IconArchive size={18} stroke={1.7} />
          </ActionIcon>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('archiveTitle', { name })}
        question={t('archiveQuestion')}
        yes={t('archive')}
        onConfirm={() => archive.mutateAsync({ id: field.id, archived: true })}
      />
    </Group>
  );
}
