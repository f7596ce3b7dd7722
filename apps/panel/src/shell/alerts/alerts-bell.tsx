import { Indicator, Popover, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAt, IconBell, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useStore } from '../../api/index.ts';
import { useAnyDeskEvent } from '../../realtime/index.ts';
import { useMember } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { EmptyState, RelativeTime } from '../../ui/index.ts';
import { RailButton } from '../rail/rail-button.tsx';
import { shellTexts } from '../texts/texts.ts';
import classes from './alerts.module.css';
import { type Alert, addAlert, alertOf, alerts, openAlerts, seeAlerts } from './alerts.ts';

/** The bell: who asked for me, and since when. Opening it is having seen it. */
export function AlertsBell() {
  const t = useTexts(shellTexts);
  const { memberId } = useMember();
  const [opened, popover] = useDisclosure(false);
  const list = useStore(alerts);
  const unseen = list.filter((one) => !one.seen).length;
  useEffect(() => openAlerts(memberId), [memberId]);
  useAnyDeskEvent((event) => {
    const alert = alertOf(event, memberId, Date.now());
    if (alert) addAlert(memberId, alert);
  });
  const close = () => {
    popover.close();
    seeAlerts(memberId);
  };
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? popover.open() : close())}
      position="right-end"
      width={340}
      trapFocus
    >
      <Indicator disabled={unseen === 0} label={unseen > 9 ? '9+' : unseen} size={18} offset={8} color="caju">
        <Popover.Target>
          <RailButton
            label={unseen > 0 ? `${t('alerts')}: ${t('alertsUnread', { count: unseen })}` : t('alerts')}
            onClick={opened ? close : popover.open}
            icon={IconBell}
          />
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('alerts')}>
        {list.length === 0 ? (
          <EmptyState icon={<IconBell size={24} stroke={1.6} />} title={t('alertsEmpty')}>
            {t('alertsEmptyText')}
          </EmptyState>
        ) : (
          <div className={classes.list}>
            {list.map((one) => (
              <AlertRow key={one.id} alert={one} onOpen={close} />
            ))}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function AlertRow({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  const t = useTexts(shellTexts);
  const Icon = alert.kind === 'mention' ? IconAt : IconUserCheck;
  return (
    <UnstyledButton
      className={classes.row}
      data-new={!alert.seen || undefined}
      renderRoot={(props) => <Link to="/inbox/$ticketId" params={{ ticketId: alert.ticketId }} {...props} />}
      onClick={onOpen}
    >
      <Icon size={20} stroke={1.6} />
      <Text size="sm" flex={1}>
        {alert.kind === 'mention' ? t('alertMention') : t('alertAssigned', { who: alert.who })}
      </Text>
      <RelativeTime at={alert.at} />
    </UnstyledButton>
  );
}
