import { Tooltip } from '@mantine/core';
import {
  IconAddressBook,
  IconMessages,
  IconRobot,
  IconRocket,
  IconSearch,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useDeskEvent } from '../../realtime/index.ts';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { AlertsBell } from '../alerts/alerts-bell.tsx';
import { openPalette } from '../palette/open-state.ts';
import { useStartReminder } from '../start-steps.ts';
import { shellTexts } from '../texts/texts.ts';
import { CompanyMenu } from './company-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './rail.module.css';
import { RailButton } from './rail-button.tsx';
import { refreshSoon } from './refresh-soon.ts';

/** Where one goes: beside the page on a desk, under it on a telephone. Only places that the role may see. */
export function Rail() {
  const t = useTexts(shellTexts);
  const can = useCan();
  const counts = useRead('inbox.counts', {}, { enabled: can('tickets:read') });
  const reminded = useStartReminder();
  useDeskEvent('inbox.changed', () => refreshSoon('inbox.counts'));
  useDeskEvent('inbox.gone', () => refreshSoon('inbox.counts'));
  return (
    <nav className={classes.rail} aria-label={t('navigation')}>
      <span className={classes.wide}>
        <CompanyMenu />
      </span>
      {can('tickets:read') && (
        <Place to="/inbox" label={t('inbox')} icon={IconMessages} count={counts.data?.mineUnread ?? 0} />
      )}
      {can('contacts:read') && <Place to="/contacts" label={t('contacts')} icon={IconAddressBook} />}
      {can('bot:read') && (
        <span className={classes.wide}>
          <Place to="/bot" label={t('bot')} icon={IconRobot} />
        </span>
      )}
      <RailButton label={t('search')} icon={IconSearch} onClick={openPalette} />
      <span className={classes.grow} />
      {reminded && (
        <span className={classes.wide}>
          <Place to="/start" label={t('start')} icon={IconRocket} />
        </span>
      )}
      {can('tickets:read') && <AlertsBell />}
      <span className={classes.wide}>
        <Place to="/settings" label={t('settings')} icon={IconSettings} />
      </span>
      <PersonMenu />
    </nav>
  );
}

function Place({
  to,
  label,
  icon: Icon,
  count = 0,
}: {
  to: '/inbox' | '/contacts' | '/bot' | '/settings' | '/start';
  label: string;
  icon: TablerIcon;
  count?: number;
}) {
  return (
    <Tooltip label={label} position="right">
      <Link to={to} className={classes.place} aria-label={count > 0 ? `${label} (${count})` : label}>
        <Icon size={22} stroke={1.7} />
        {count > 0 && <span className={classes.count}>{count > 99 ? '99+' : count}</span>}
      </Link>
    </Tooltip>
  );
}
