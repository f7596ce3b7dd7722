import type { PushPayload } from '@balcao/contract';
import { isOthers } from './is-others.ts';

/*
 * The installed panel: its shell is kept, so that it opens without a network. Answers of the API, media and whatever belongs to
 * others are never touched: what is not named here goes to the network as if there were no service worker.
 */
declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { url: string; revision: string | null }[];
};

const files = self.__WB_MANIFEST; // the build writes the list over this name: it may stand here once only
const shell = files.map(({ url }) => (url.startsWith('/') ? url : `/${url}`));
const version = files.map(({ url, revision }) => `${url}${revision ?? ''}`).join('|');
/** Short and of this very build: two builds never share a shell. */
const nameOf = (text: string): string => {
  let sum = 5381;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 33 + text.charCodeAt(at)) % 4_294_967_291;
  return `balcao-shell-${sum.toString(36)}`;
};
const SHELL = nameOf(version);
/** Files with a hash in their names never change: one cache for all builds, so that an old tab still finds its pages. */
const ASSETS = 'balcao-assets';
const MOST_ASSETS = 300;
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(shell)));
});

self.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== SHELL && name !== ASSETS) await caches.delete(name);
    const assets = await caches.open(ASSETS);
    const keys = await assets.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - MOST_ASSETS))) await assets.delete(old);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // No network, or one that is as good as none: the page we have.
  }
  return (await caches.match('/index.html', { cacheName: SHELL })) ?? fetch(request);
}

async function asset(request: Request): Promise<Response> {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(ASSETS)).put(request, answer.clone());
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || isOthers(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') void self.skipWaiting();
});

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

self.addEventListener('push', (event) => {
  const show = async () => {
    const told = event.data?.json() as PushPayload | undefined; // our own server wrote and sealed it
    if (told === undefined) return;
    // Whoever looks at it already needs no notice of it.
    const looking = (await windows()).some((one) => one.focused && new URL(one.url).pathname === told.url);
    if (looking) return;
    await self.registration.showNotification(told.title, {
      body: told.body,
      tag: told.tag,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      data: { url: told.url },
    });
  };
  event.waitUntil(show());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data as { url: string }; // as written above
  const open = async () => {
    const [first] = await windows();
    if (!first) return self.clients.openWindow(url);
    first.postMessage({ open: url });
    return first.focus();
  };
  event.waitUntil(open());
});
