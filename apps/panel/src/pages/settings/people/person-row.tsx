import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconKey, IconLogout, IconUserCheck, IconUserCog, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { usePresence } from '../../../realtime/index.ts';
import { useCan, useMember } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmDialog, PersonAvatar, RelativeTime, tell } from '../../../ui/index.ts';
import { useRoleName } from '../words/roles.tsx';
import { ChangeRoleDialog } from './change-role-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import classes from './people.module.css';
import type { Person } from './person.ts';
import { peopleTexts } from './texts/texts.ts';

type Opened = 'role' | 'disable' | 'sessions';

export function PersonRow({ person }: { person: Person }) {
  const t = useTexts(peopleTexts);
  const { memberId } = useMember();
  const presenceOf = usePresence();
  const roleName = useRoleName();
  const can = useCan();
  const isMe = person.id === memberId;
  const out = person.state === 'disabled';
  return (
    <div className={classes.row} data-out={out || undefined}>
      <PersonAvatar name={person.name} id={person.id} size={40} presence={out ? undefined : presenceOf(person.id)} />
      <div className={classes.words}>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" fw={600} truncate>
            {person.name}
            {isMe && ` (${t('you')})`}
          </Text>
          {out && (
            <Badge color="gray" variant="light">
              {t('disabled')}
            </Badge>
          )}
          {person.totp === true && (
            <Badge color="green" variant="light" visibleFrom="sm">
              {t('totpOn')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed" truncate>
          {person.email}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {roleName(person.role, person.roleName)}
        </Text>
      </div>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {person.lastSeenAt === null ? (
          t('never')
        ) : (
          <>
            {t('lastSeen')} <RelativeTime at={person.lastSeenAt} />
          </>
        )}
      </Text>
      <Badge variant="default" size="lg" visibleFrom="sm">
        {roleName(person.role, person.roleName)}
      </Badge>
      {can('people:write') && !isMe ? (
        <PersonActions person={person} />
      ) : (
        <ActionIcon style={{ visibility: 'hidden' }} aria-hidden />
      )}
    </div>
  );
}

function PersonActions({ person }: { person: Person }) {
  const t = useTexts(peopleTexts);
  const { name, id: memberId } = person;
  const [open, setOpen] = useState<Opened>();
  const [link, setLink] = useState<string>();
  const close = () => setOpen(undefined);
  const refreshes = ['people.list'] as const;
  const disable = useWrite('people.disable', { refreshes });
  const enable = useWrite('people.enable', { refreshes, onError: tell.problem });
  const sessions = useWrite('people.sessions-revoke', { onSuccess: () => tell.done(t('sessionsEnded')) });
  const reset = useWrite('people.reset-link', {
    onSuccess: ({ url }) => (url === null ? tell.done(t('resetSent')) : setLink(url)),
    onError: tell.problem,
  });
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('actions', { name })}>
            <IconDots size={20} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserCog size={18} stroke={1.6} />} onClick={() => setOpen('role')}>
            {t('changeRole')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={18} stroke={1.6} />} onClick={() => reset.mutate({ memberId })}>
            {t('resetLink')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} />} onClick={() => setOpen('sessions')}>
            {t('endSessions')}
          </Menu.Item>
          <Menu.Divider />
          {person.state === 'active' ? (
            <Menu.Item
              color="red"
              leftSection={<IconUserOff size={18} stroke={1.6} />}
              onClick={() => setOpen('disable')}
            >
              {t('disable')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconUserCheck size={18} stroke={1.6} />}
              onClick={() => enable.mutate({ memberId })}
            >
              {t('enable')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'role' && <ChangeRoleDialog person={person} onClose={close} />}
      <ConfirmDialog
        opened={open === 'disable'}
        onClose={close}
        title={t('disable')}
        question={t('disableText', { name })}
        yes={t('disable')}
        danger
        onConfirm={() => disable.mutateAsync({ memberId })}
      />
      <ConfirmDialog
        opened={open === 'sessions'}
        onClose={close}
        title={t('endSessions')}
        question={t('endSessionsText', { name })}
        yes={t('endSessions')}
        onConfirm={() => sessions.mutateAsync({ memberId })}
      />
      {link !== undefined && (
        <LinkDialog
          title={t('resetLink')}
          text={t('resetText', { name })}
          label={t('resetLink')}
          url={link}
          onClose={() => setLink(undefined)}
        />
      )}
    </>
  );
}
