import { ActionIcon, Button, Text } from '@mantine/core';
import { IconArchive, IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmDialog, EmptyState, Loaded, Section, uiTexts } from '../../../ui/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import classes from './places.module.css';
import { placesTexts } from './texts/texts.ts';

type Team = Output<'teams.list'>['teams'][number];

export function TeamsSection() {
  const t = useTexts(placesTexts);
  const mayWrite = useCan()('departments:write');
  const read = useRead('teams.list', {});
  const [adding, setAdding] = useState(false);
  const create = useWrite('teams.create', { refreshes: ['teams.list'] });
  return (
    <Section
      title={t('teams')}
      lead={t('teamsLead')}
      actions={
        mayWrite && (
          <Button variant="default" leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setAdding(true)}>
            {t('newTeam')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ teams }) =>
          teams.length === 0 ? (
            <EmptyState icon={<IconUsersGroup size={26} stroke={1.6} />} title={t('teamsNone')} />
          ) : (
            teams.map((team) => <TeamRow key={team.id} team={team} mayWrite={mayWrite} />)
          )
        }
      </Loaded>
      {adding && (
        <EditDialog
          title={t('newTeam')}
          start={{ name: '', memberIds: [] }}
          yes={t('create')}
          onSave={(edited) => create.mutateAsync(edited)}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

function TeamRow({ team, mayWrite }: { team: Team; mayWrite: boolean }) {
  const t = useTexts(placesTexts);
  const ui = useTexts(uiTexts);
  const [doing, setDoing] = useState<'edit' | 'archive'>();
  const refreshes = ['teams.list'] as const;
  const update = useWrite('teams.update', { refreshes });
  const setMembers = useWrite('teams.set-members', { refreshes });
  const archive = useWrite('teams.archive', { refreshes });
  const close = () => setDoing(undefined);
  const { name } = team;
  return (
    <div className={classes.row}>
      <div className={classes.rowText}>
        <Text fw={600} size="sm">
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {team.memberIds.length === 0 ? t('nobodyYet') : t('peopleCount', { count: team.memberIds.length })}
        </Text>
      </div>
      {mayWrite && (
        <>
          <ActionIcon variant="subtle" color="gray" onClick={() => setDoing('edit')} aria-label={t('edit', { name })}>
            <IconPencil size={18} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => setDoing('archive')}
            aria-label={t('archiveTitle', { name })}
          >
            <IconArchive size={18} stroke={1.7} />
          </ActionIcon>
        </>
      )}
      {doing === 'edit' && (
        <EditDialog
          title={t('edit', { name })}
          start={{ name, memberIds: team.memberIds }}
          yes={ui('save')}
          onSave={async (edited) => {
            await update.mutateAsync({ teamId: team.id, name: edited.name });
            await setMembers.mutateAsync({ teamId: team.id, memberIds: edited.memberIds ?? [] });
          }}
          onClose={close}
        />
      )}
      <ConfirmDialog
        opened={doing === 'archive'}
        onClose={close}
        danger
        title={t('archiveTitle', { name })}
        question={t('archiveTeam')}
        yes={t('archive')}
        onConfirm={() => archive.mutateAsync({ teamId: team.id })}
      />
    </div>
  );
}
