import { Button } from '@mantine/core';
import { IconCloudOff, IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from '../../api/index.ts';
import { reconnectNow, useConnection } from '../../realtime/index.ts';
import { useTexts } from '../../text/index.ts';
import { shellTexts } from '../texts/texts.ts';
import classes from './banner.module.css';
import { applyNewVersion, newVersion } from './new-version.ts';

const subscribeOnline = (listener: () => void) => {
  for (const name of ['online', 'offline']) window.addEventListener(name, listener);
  return () => {
    for (const name of ['online', 'offline']) window.removeEventListener(name, listener);
  };
};
const useOnline = () => useSyncExternalStore(subscribeOnline, () => navigator.onLine);

/** A blink of the network is nobody's business: only what lasts is told. */
const PATIENCE_MS = 2_500;

function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return undefined;
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [now]);
  return lasting;
}

/** One line above the page when something is between us and the server, or a new version waits. */
export function Banner() {
  const t = useTexts(shellTexts);
  const online = useOnline();
  const away = useLasting(useConnection() === 'reconnecting');
  const waiting = useStore(newVersion);
  useEffect(() => {
    if (online) reconnectNow();
  }, [online]);
  if (!online) return <Line icon={<IconWifiOff size={16} stroke={1.7} />}>{t('offline')}</Line>;
  if (away) return <Line icon={<IconCloudOff size={16} stroke={1.7} />}>{t('reconnecting')}</Line>;
  if (!waiting) return null;
  return (
    <Line icon={<IconRefresh size={16} stroke={1.7} />} calm>
      {t('newVersion')}
      <Button size="compact-xs" variant="white" onClick={applyNewVersion}>
        {t('reload')}
      </Button>
    </Line>
  );
}

function Line({ icon, calm = false, children }: { icon: ReactNode; calm?: boolean; children: ReactNode }) {
  return (
    <div className={classes.line} data-calm={calm || undefined} role="status">
      {icon}
      {children}
    </div>
  );
}
