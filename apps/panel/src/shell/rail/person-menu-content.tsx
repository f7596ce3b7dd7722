import { Button, type ButtonProps, Divider, SegmentedControl, Stack, Text } from '@mantine/core';
import {
  IconBuildingStore,
  IconKeyboard,
  IconLogout,
  IconRobot,
  IconSettings,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useStore } from '../../api/index.ts';
import { useCan, useMe, useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { openHelp } from '../palette/open-state.ts';
import { shellTexts } from '../texts/texts.ts';
import { availability, setAvailability } from './availability.ts';
import { LanguageChoice, SchemeChoice } from './looks.tsx';
import classes from './rail.module.css';
import { useSignOut } from './use-sign-out.ts';
import { useSwitchCompany } from './use-switch-company.ts';

/** What the menu of the person holds; fetched with its first opening. */
export function PersonMenuContent({ onDone }: { onDone: () => void }) {
  const t = useTexts(shellTexts);
  const me = useMe();
  const { name: company, id } = useMember();
  const others = me.workspaces.filter((one) => one.id !== id);
  const switchTo = useSwitchCompany();
  const navigate = useNavigate();
  const can = useCan();
  const state = useStore(availability);
  const signOut = useSignOut();
  const then = (run: () => void) => () => {
    onDone();
    run();
  };
  return (
    <Stack gap="xs">
      <div className={classes.heading}>
        <Text size="sm" fw={600} truncate>
          {me.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {company}
        </Text>
      </div>
      <SegmentedControl
        fullWidth
        aria-label={t('availableHint')}
        value={state}
        onChange={(chosen) => setAvailability(chosen === 'online' ? 'online' : 'away')}
        data={[
          { value: 'online', label: t('available') },
          { value: 'away', label: t('away') },
        ]}
      />
      <Divider />
      <SchemeChoice />
      <LanguageChoice />
      <Divider />
      <Stack gap={2}>
        <Row icon={IconUser} label={t('account')} onClick={then(() => void navigate({ to: '/account' }))} />
        {can('bot:read') && (
          <Row icon={IconRobot} label={t('bot')} onClick={then(() => void navigate({ to: '/bot' }))} hiddenFrom="sm" />
        )}
        <Row
          icon={IconSettings}
          label={t('settings')}
          onClick={then(() => void navigate({ to: '/settings' }))}
          hiddenFrom="sm"
        />
        {others.map((one) => (
          <Row
            key={one.id}
            icon={IconBuildingStore}
            label={t('switchTo', { company: one.name })}
            onClick={then(() => switchTo(one.id))}
            hiddenFrom="sm"
          />
        ))}
        <Row icon={IconKeyboard} label={t('help')} onClick={then(openHelp)} visibleFrom="sm" />
        <Row icon={IconLogout} label={t('signOut')} onClick={then(signOut)} />
      </Stack>
    </Stack>
  );
}

interface RowProps extends ButtonProps {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly onClick: () => void;
}

function Row({ icon: Icon, label, ...props }: RowProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      justify="flex-start"
      fullWidth
      fw={500}
      c="var(--b-text)"
      leftSection={<Icon size={18} stroke={1.6} />}
      {...props}
    >
      {label}
    </Button>
  );
}
