import { Outlet, useParams } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { whenSignedOut } from '../api/index.ts';
import {
  closeConnection,
  keepFresh,
  openConnection,
  reconnectNow,
  sayPresence,
  signOuts,
  useConnection,
} from '../realtime/index.ts';
import { useMaybeMember, useMe, useMember } from '../session/index.ts';
import { useTexts } from '../text/index.ts';
import { RowsSkeleton } from '../ui/index.ts';
import { Banner } from './banner/banner.tsx';
import classes from './frame.module.css';
import { NoCompanyPage } from './page-states.tsx';
import { Overlays } from './palette/overlays.tsx';
import { useKeys } from './palette/use-keys.ts';
import { availability } from './rail/availability.ts';
import { Rail } from './rail/rail.tsx';
import { shellTexts } from './texts/texts.ts';
import { useFrameActions } from './use-frame-actions.ts';

/** The rail, the banner and the page: what stays while pages change. */
export function Frame() {
  const member = useMaybeMember();
  return member === undefined ? <NoCompanyPage /> : <Inside workspaceId={member.id} />;
}

function Inside({ workspaceId }: { workspaceId: string }) {
  const t = useTexts(shellTexts);
  const { ticketId } = useParams({ strict: false });
  useEffect(() => openConnection(workspaceId), [workspaceId]);
  useEffect(keepFresh, []);
  useComingBack();
  useLeaving();
  useKeepingPush();
  useKeys();
  useFrameActions();
  return (
    <div className={classes.frame} data-talk={ticketId !== undefined || undefined}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <div className={classes.rail}>
        <Rail />
      </div>
      <div className={classes.banner}>
        <Banner />
      </div>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Suspense fallback={<RowsSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Overlays />
    </div>
  );
}

/** A tab that was asleep looks for the server at once; after each connect, whether one is available is said again. */
function useComingBack(): void {
  const state = useConnection();
  useEffect(() => {
    if (state === 'live') sayPresence(availability.get());
  }, [state]);
  useEffect(() => {
    const wake = () => document.visibilityState === 'visible' && reconnectNow();
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, []);
}

/** The session is over, by whoever ended it: to the door, and back to this very place afterwards. */
function leave(): void {
  closeConnection();
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** Once everything is shown: this browser's notifications are tied to the session that is in force. */
function useKeepingPush(): void {
  const { memberId } = useMember();
  const mine = useMe()
    .workspaces.map((one) => one.memberId)
    .join(' ');
  useEffect(() => {
    const keep = async () => (await import('../push/index.ts')).keepPush(memberId, mine.split(' '));
    const timer = setTimeout(() => void keep().catch(() => undefined), 4_000);
    return () => clearTimeout(timer);
  }, [memberId, mine]);
}

function useLeaving(): void {
  useEffect(() => {
    whenSignedOut(leave);
    const stop = signOuts.listen(leave);
    return () => {
      whenSignedOut(undefined);
      stop();
    };
  }, []);
}
