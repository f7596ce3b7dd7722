import type { Scope } from '@balcao/contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmButton, Loaded, PageHeader, RowsSkeleton, Section } from '../../../ui/index.ts';
import { baseRoleWords } from '../words/scope-words.ts';
import { wordTexts } from '../words/texts/texts.ts';
import type { CustomRole, Roles } from './custom-role.ts';
import { RoleDialog } from './role-dialog.tsx';
import classes from './roles.module.css';
import { rolesTexts } from './texts/texts.ts';

type Opened =
  | { kind: 'new' }
  | { kind: 'edit'; role: CustomRole }
  | { kind: 'see'; name: string; scopes: readonly Scope[] };

export function RolesSettings() {
  const t = useTexts(rolesTexts);
  const can = useCan();
  const read = useRead('roles.list', {});
  const [open, setOpen] = useState<Opened>();
  const create = can('roles:write') && (
    <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setOpen({ kind: 'new' })}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={create} />
      <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} height={72} />}>
        {(roles) => (
          <>
            <OwnRoles roles={roles.custom} onOpen={setOpen} />
            <BaseRoles roles={roles.base} onOpen={setOpen} />
          </>
        )}
      </Loaded>
      {open && (
        <RoleDialog
          role={open.kind === 'edit' ? open.role : undefined}
          shown={open.kind === 'see' ? open : undefined}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function OwnRoles({ roles, onOpen }: { roles: Roles['custom']; onOpen: (open: Opened) => void }) {
  const t = useTexts(rolesTexts);
  const can = useCan();
  const remove = useWrite('roles.delete', { refreshes: ['roles.list'] });
  return (
    <Section title={t('ours')}>
      {roles.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      {roles.map((role) => (
        <RoleRow
          key={role.id}
          name={role.name}
          about={t('permissions', { count: role.scopes.length })}
          members={role.members}
        >
          {can('roles:write') ? (
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => onOpen({ kind: 'edit', role })}>
                {t('edit')}
              </Button>
              <ConfirmButton
                size="xs"
                title={t('delete')}
                question={t('deleteText')}
                yes={t('delete')}
                danger
                onConfirm={() => remove.mutateAsync({ roleId: role.id })}
              >
                {t('delete')}
              </ConfirmButton>
            </Group>
          ) : (
            <See onClick={() => onOpen({ kind: 'see', ...role })} />
          )}
        </RoleRow>
      ))}
    </Section>
  );
}

function BaseRoles({ roles, onOpen }: { roles: Roles['base']; onOpen: (open: Opened) => void }) {
  const t = useTexts(rolesTexts);
  const w = useTexts(wordTexts);
  return (
    <Section title={t('base')}>
      {roles.map(({ role, scopes, members }) => {
        const { name, about } = baseRoleWords[role];
        return (
          <RoleRow key={role} name={w(name)} about={w(about)} members={members}>
            <See onClick={() => onOpen({ kind: 'see', name: w(name), scopes })} />
          </RoleRow>
        );
      })}
    </Section>
  );
}

function See({ onClick }: { onClick: () => void }) {
  const t = useTexts(rolesTexts);
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {t('see')}
    </Button>
  );
}

function RoleRow({
  name,
  about,
  members,
  children,
}: {
  name: string;
  about: string;
  members: number;
  children: ReactNode;
}) {
  const t = useTexts(rolesTexts);
  return (
    <div className={classes.row}>
      <Stack gap={2} flex={1} miw={0}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {about} · {t('members', { count: members })}
        </Text>
      </Stack>
      {children}
    </div>
  );
}
