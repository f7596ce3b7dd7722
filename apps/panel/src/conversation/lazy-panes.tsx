import { type ComponentProps, lazy, Suspense } from 'react';

/*
 * The talk and what lies beside it are fetched after the list: a first load is the list. They come while the browser is idle, so
 * that the first click finds them there.
 */
const loadPane = () => import('./conversation-pane.tsx');
const loadDetails = () => import('./details/details-pane.tsx');
const loadDialogs = () => import('./dialogs/ticket-dialogs.tsx');

const Pane = lazy(async () => ({ default: (await loadPane()).ConversationPane }));
const Details = lazy(async () => ({ default: (await loadDetails()).DetailsPane }));
const Dialogs = lazy(async () => ({ default: (await loadDialogs()).TicketDialogs }));

const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300)); // Safari has none
whenIdle(() => void Promise.all([loadPane(), loadDetails(), loadDialogs()]).catch(() => undefined));

const ground = <div style={{ height: '100%' }} />;

export const ConversationPane = (props: ComponentProps<typeof Pane>) => (
  <Suspense fallback={ground}>
    <Pane {...props} />
  </Suspense>
);

export const DetailsPane = (props: ComponentProps<typeof Details>) => (
  <Suspense fallback={ground}>
    <Details {...props} />
  </Suspense>
);

export const TicketDialogs = () => (
  <Suspense>
    <Dialogs />
  </Suspense>
);
