import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { BrokenPage, enter, Frame, NotFoundPage } from './shell/index.ts';
import { RowsSkeleton } from './ui/index.ts';

/*
 * Every address of the panel. A page is a folder of `pages/` (or inbox/) whose index.ts exports its component; it is fetched when
 * opened, and fetched ahead when a link to it is under the pointer. To add one: a folder, and a route here.
 */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const front = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- that is how the router hears of it
    throw redirect({ to: '/inbox' });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string; problem?: string } => {
    const next = text(search.next);
    const problem = text(search.problem);
    return { ...(next ? { next } : {}), ...(problem ? { problem } : {}) };
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/index.ts'), 'SignInPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search): { token?: string } => {
    const token = text(search.token);
    return token ? { token } : {};
  },
  component: lazyRouteComponent(() => import('./pages/welcome/index.ts'), 'WelcomePage'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('./pages/invite/index.ts'), 'InvitePage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: lazyRouteComponent(() => import('./pages/reset/index.ts'), 'ResetPage'),
});

/** Everything for which one signs in. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: enter,
  pendingComponent: RowsSkeleton,
});

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox/index.ts'), 'InboxPage'),
});
/** The same component: it reads `ticketId` itself, so that the list stays while tickets change. */
const inboxTicket = createRoute({ getParentRoute: () => inbox, path: '/$ticketId' });

const contacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts',
  component: lazyRouteComponent(() => import('./pages/contacts/index.ts'), 'ContactsPage'),
});
const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('./pages/contacts/index.ts'), 'ContactPage'),
});

const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/index.ts'), 'AccountPage'),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/index.ts'), 'SettingsPage'),
});
const settingsSection = createRoute({ getParentRoute: () => settings, path: '/$section' });

const bot = createRoute({
  getParentRoute: () => frame,
  path: '/bot',
  component: lazyRouteComponent(() => import('./pages/bot/index.ts'), 'BotPage'),
});
const botSection = createRoute({ getParentRoute: () => bot, path: '/$section' });
/** One article, one flow…: the section reads `item` itself. */
const botItem = createRoute({ getParentRoute: () => botSection, path: '/$item' });

const start = createRoute({
  getParentRoute: () => frame,
  path: '/start',
  component: lazyRouteComponent(() => import('./pages/start/index.ts'), 'StartPage'),
});

const tree = root.addChildren([
  front,
  signIn,
  welcome,
  invite,
  reset,
  frame.addChildren([
    inbox.addChildren([inboxTicket]),
    contacts,
    contact,
    account,
    bot.addChildren([botSection.addChildren([botItem])]),
    settings.addChildren([settingsSection]),
    start,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: RowsSkeleton,
  defaultPendingMs: 150,
  defaultPendingMinMs: 250,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
