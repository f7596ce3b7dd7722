import { api, createStore } from '../api/index.ts';
import { currentLanguage } from '../text/index.ts';

/** `none`: this browser cannot; `denied`: the person said no to the browser; else whether this browser is subscribed. */
export type PushState = 'asking' | 'none' | 'denied' | 'off' | 'on';
export const pushState = createStore<PushState>('asking');

const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The key as the browser wants it. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
}

export async function lookAtPush(): Promise<void> {
  if (!canPush()) return pushState.set('none');
  if (Notification.permission === 'denied') return pushState.set('denied');
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return pushState.set(subscription ? 'on' : 'off');
}

/** Asks the person (only ever after a click), subscribes this browser and tells the server. */
export async function turnPushOn(): Promise<void> {
  if (!canPush()) return pushState.set('none');
  if ((await Notification.requestPermission()) !== 'granted') return lookAtPush();
  const { key } = await api.call('push.key', {});
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
  const subscribe = () => registration.pushManager.subscribe(options);
  // One made with another key (the server was set up anew) refuses this one: it goes first.
  const subscription = await subscribe().catch(async () => {
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return subscribe();
  });
  const { endpoint, expirationTime, keys } = subscription.toJSON();
  if (endpoint === undefined || !keys?.p256dh || !keys.auth) throw new Error('the browser gave half a subscription');
  await api.call('push.subscribe', {
    endpoint,
    expirationTime: expirationTime ?? null,
    keys: { p256dh: keys.p256dh, auth: keys.auth },
    language: currentLanguage(),
  });
  return pushState.set('on');
}

export async function turnPushOff(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription) {
    await api.call('push.unsubscribe', { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
  }
  pushState.set('off');
}
