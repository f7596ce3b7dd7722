import { Menu, Text, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { keepWorkspace, keyOf, queryClient } from '../../api/index.ts';
import { useMe, useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { LogoMark, PersonAvatar } from '../../ui/index.ts';
import { shellTexts } from '../texts/texts.ts';
import classes from './rail.module.css';

/** Going over to another company: nothing of this one stays on the screen. */
export function useSwitchCompany(): (workspaceId: string) => void {
  const router = useRouter();
  const me = useMe();
  return (workspaceId) => {
    queryClient.setQueryData(keyOf('me.get', {}, workspaceId), me);
    keepWorkspace(workspaceId);
    void router.navigate({ to: '/inbox' });
  };
}

/** The companies of whoever is signed in; with a single one, our mark. */
export function CompanyMenu() {
  const t = useTexts(shellTexts);
  const { workspaces } = useMe();
  const { id, name } = useMember();
  const switchTo = useSwitchCompany();
  if (workspaces.length < 2)
    return (
      <span className={classes.company}>
        <LogoMark size={36} onDark />
      </span>
    );
  return (
    <Menu position="right-start" width={260}>
      <Menu.Target>
        <Tooltip label={`${t('company')}: ${name}`} position="right">
          <button type="button" className={classes.company} aria-label={`${t('company')}: ${name}`}>
            <PersonAvatar name={name} id={id} size={40} square />
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('company')}</Menu.Label>
        {workspaces.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<PersonAvatar name={one.name} id={one.id} size={28} square />}
            rightSection={one.id === id ? <IconCheck size={16} stroke={1.7} /> : undefined}
            onClick={() => switchTo(one.id)}
          >
            <Text size="sm" truncate>
              {one.name}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
