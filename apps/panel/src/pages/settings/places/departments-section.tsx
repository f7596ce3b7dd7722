import { ActionIcon, Badge, Button, ColorSwatch, Text } from '@mantine/core';
import { IconArchive, IconArrowUp, IconPencil, IconPlus, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, Loaded, Section, tell, uiTexts } from '../../../ui/index.ts';
import { ArchiveDepartment } from './archive-department.tsx';
import { EditDialog } from './edit-dialog.tsx';
import classes from './places.module.css';
import { QueueChips } from './queue-chips.tsx';
import { swatchOf } from './swatch-of.ts';
import { placesTexts } from './texts/texts.ts';

type Department = Output<'departments.list'>['departments'][number];

export function DepartmentsSection() {
  const t = useTexts(placesTexts);
  const mayWrite = useCan()('departments:write');
  const read = useRead('departments.list', {});
  const [editing, setEditing] = useState<Department | 'new'>();
  return (
    <Section
      title={t('departments')}
      lead={t('departmentsLead')}
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setEditing('new')}>
            {t('newDepartment')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ departments }) =>
          departments.length === 0 ? (
            <EmptyState icon={<IconSitemap size={26} stroke={1.6} />} title={t('departmentsNone')}>
              {t('departmentsNoneText')}
            </EmptyState>
          ) : (
            departments.map((department, place) => (
              <DepartmentRow
                key={department.id}
                department={department}
                above={departments[place - 1]}
                others={departments.filter((one) => one.id !== department.id)}
                mayWrite={mayWrite}
                onEdit={() => setEditing(department)}
              />
            ))
          )
        }
      </Loaded>
      {editing !== undefined && <EditDepartment of={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}

function EditDepartment({ of, onClose }: { of: Department | 'new'; onClose: () => void }) {
  const t = useTexts(placesTexts);
  const ui = useTexts(uiTexts);
  const refreshes = ['departments.list'] as const;
  const create = useWrite('departments.create', { refreshes });
  const update = useWrite('departments.update', { refreshes });
  const setMembers = useWrite('departments.set-members', { refreshes });
  if (of === 'new')
    return (
      <EditDialog
        title={t('newDepartment')}
        start={{ name: '', color: 'petroleo', memberIds: [] }}
        yes={t('create')}
        onSave={(edited) => create.mutateAsync(edited)}
        onClose={onClose}
      />
    );
  return (
    <EditDialog
      title={t('edit', { name: of.name })}
      start={{ name: of.name, color: of.color, memberIds: of.memberIds }}
      yes={ui('save')}
      onSave={async ({ name, color, memberIds = [] }) => {
        await update.mutateAsync({ departmentId: of.id, name, ...(color === undefined ? {} : { color }) });
        await setMembers.mutateAsync({ departmentId: of.id, memberIds });
      }}
      onClose={onClose}
    />
  );
}

function DepartmentRow({
  department,
  above,
  others,
  mayWrite,
  onEdit,
}: {
  department: Department;
  above: Department | undefined;
  others: readonly Department[];
  mayWrite: boolean;
  onEdit: () => void;
}) {
  const t = useTexts(placesTexts);
  const [archiving, setArchiving] = useState(false);
  const { name } = department;
  const update = useWrite('departments.update', {
    refreshes: ['departments.list'],
    onError: (problem) => tell.problem(problem),
  });
  const moveUp = (over: Department) => {
    update.mutate({ departmentId: department.id, position: over.position });
    update.mutate({ departmentId: over.id, position: over.position + 1 });
  };
  return (
    <div className={classes.row}>
      <ColorSwatch size={14} color={swatchOf(department.color)} aria-hidden />
      <div className={classes.rowText}>
        <Text fw={600} size="sm">
          {name}{' '}
          <Badge variant="default" size="sm">
            {department.memberIds.length === 0
              ? t('nobodyYet')
              : t('peopleCount', { count: department.memberIds.length })}
          </Badge>
        </Text>
        <QueueChips departmentId={department.id} mayWrite={mayWrite} />
      </div>
      {mayWrite && (
        <>
          {above && (
            <ActionIcon variant="subtle" color="gray" onClick={() => moveUp(above)} aria-label={t('up', { name })}>
              <IconArrowUp size={18} stroke={1.7} />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="gray" onClick={onEdit} aria-label={t('edit', { name })}>
            <IconPencil size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => setArchiving(true)}
            aria-label={t('archiveTitle', { name })}
          >
            <IconArchive size={18} stroke={1.7} />
          </ActionIcon>
        </>
      )}
      {archiving && <ArchiveDepartment department={department} others={others} onClose={() => setArchiving(false)} />}
    </div>
  );
}
