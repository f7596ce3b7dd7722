/** What the page does with its service worker: learns of a newer build, and goes where a notification points. */
interface Wishes {
  /** A newer build waits; `apply` reloads into it. */
  readonly onNewVersion: (apply: () => void) => void;
  readonly onOpen: (url: string) => void;
}

const LOOK_EVERY_MS = 30 * 60_000;

export async function registerWorker({ onNewVersion, onOpen }: Wishes): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return; // a private window, or a browser that forbids it: the panel works all the same
  const offer = (worker: ServiceWorker) =>
    onNewVersion(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('skip-waiting');
    });
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // The very first one has nobody to replace.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
  });
  navigator.serviceWorker.addEventListener('message', (event: MessageEvent<{ open?: unknown }>) => {
    const url = event.data.open;
    if (typeof url === 'string' && /^\/(?![/\\])/.test(url)) onOpen(url);
  });
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
}
