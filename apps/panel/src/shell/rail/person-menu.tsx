import { Box, Menu, SegmentedControl, Text, Tooltip, useMantineColorScheme } from '@mantine/core';
import {
  IconBuildingStore,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUser,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { queryClient, useStore, useWrite } from '../../api/index.ts';
import { closeConnection } from '../../realtime/index.ts';
import { useMe, useMember } from '../../session/index.ts';
import { chooseLanguage, type Language, languageNames, languages, useLanguage, useTexts } from '../../text/index.ts';
import { PersonAvatar } from '../../ui/index.ts';
import { openHelp } from '../palette/open-state.ts';
import { shellTexts } from '../texts/texts.ts';
import { availability, setAvailability } from './availability.ts';
import { useSwitchCompany } from './company-menu.tsx';
import classes from './rail.module.css';

export function useSignOut(): () => void {
  const signOut = useWrite('session.sign-out', {
    onSuccess: () => {
      closeConnection();
      queryClient.clear();
      location.assign('/sign-in');
    },
  });
  return () => signOut.mutate({});
}

/** Me: am I here, how it looks, in which language, my account, and out. */
export function PersonMenu() {
  const t = useTexts(shellTexts);
  const me = useMe();
  const { name: company, id } = useMember();
  const others = me.workspaces.filter((one) => one.id !== id);
  const switchTo = useSwitchCompany();
  const navigate = useNavigate();
  const state = useStore(availability);
  const signOut = useSignOut();
  return (
    <Menu position="right-end" width={280} closeOnItemClick>
      <Menu.Target>
        <Tooltip label={me.name} position="right">
          <button type="button" className={classes.me} aria-label={`${t('account')}: ${me.name}`}>
            <PersonAvatar name={me.name} id={me.id} size={36} presence={state} />
          </button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="sm" fw={600} px="sm" pt="xs">
          {me.name}
        </Text>
        <Text size="xs" c="dimmed" px="sm" pb="xs" truncate>
          {company}
        </Text>
        <SegmentedControl
          fullWidth
          mx="xs"
          mb="xs"
          value={state}
          onChange={(chosen) => setAvailability(chosen === 'online' ? 'online' : 'away')}
          data={[
            { value: 'online', label: t('available') },
            { value: 'away', label: t('away') },
          ]}
        />
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        <Box px="xs">
          <SchemeChoice />
        </Box>
        <Menu.Label>{t('language')}</Menu.Label>
        <Box px="xs" pb="xs">
          <LanguageChoice />
        </Box>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={18} stroke={1.6} />} onClick={() => void navigate({ to: '/account' })}>
          {t('account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={18} stroke={1.6} />}
          onClick={() => void navigate({ to: '/settings' })}
          hiddenFrom="sm"
        >
          {t('settings')}
        </Menu.Item>
        {others.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<IconBuildingStore size={18} stroke={1.6} />}
            onClick={() => switchTo(one.id)}
            hiddenFrom="sm"
          >
            {t('switchTo', { company: one.name })}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconKeyboard size={18} stroke={1.6} />} onClick={openHelp} visibleFrom="sm">
          {t('help')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function SchemeChoice() {
  const t = useTexts(shellTexts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('theme')}
      value={colorScheme}
      onChange={(chosen) => setColorScheme(chosen === 'light' || chosen === 'dark' ? chosen : 'auto')}
      data={[
        { value: 'light', label: <Choice icon={IconSun} label={t('themeLight')} /> },
        { value: 'dark', label: <Choice icon={IconMoon} label={t('themeDark')} /> },
        { value: 'auto', label: <Choice icon={IconDeviceDesktop} label={t('themeAuto')} /> },
      ]}
    />
  );
}

function Choice({ icon: Icon, label }: { icon: typeof IconSun; label: string }) {
  return (
    <Tooltip label={label}>
      <span style={{ display: 'grid', placeItems: 'center', height: '1.375rem' }}>
        <Icon size={18} stroke={1.7} aria-label={label} role="img" />
      </span>
    </Tooltip>
  );
}

export function LanguageChoice() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const update = useWrite('me.update', { refreshes: ['me.get'] });
  const choose = (chosen: string) => {
    const found = languages.find((one) => one === chosen) satisfies Language | undefined;
    if (!found) return;
    void chooseLanguage(found);
    update.mutate({ language: found });
  };
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('language')}
      value={language}
      onChange={choose}
      data={languages.map((one) => ({ value: one, label: languageNames[one].split(' ')[0] ?? one }))}
    />
  );
}
