import { Box, Menu, SegmentedControl, Text } from '@mantine/core';
import { IconBuildingStore, IconKeyboard, IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useStore } from '../../api/index.ts';
import { useMe, useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { openHelp } from '../palette/open-state.ts';
import { shellTexts } from '../texts/texts.ts';
import { availability, setAvailability } from './availability.ts';
import { useSwitchCompany } from './company-menu.tsx';
import { LanguageChoice, SchemeChoice } from './looks.tsx';
import { useSignOut } from './use-sign-out.ts';

/** What the menu of the person holds; fetched with its first opening. */
export function PersonMenuContent() {
  const t = useTexts(shellTexts);
  const me = useMe();
  const { name: company, id } = useMember();
  const others = me.workspaces.filter((one) => one.id !== id);
  const switchTo = useSwitchCompany();
  const navigate = useNavigate();
  const state = useStore(availability);
  const signOut = useSignOut();
  return (
    <>
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
    </>
  );
}
