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

/** A browser has one subscription, whoever sits at it: this says for whom it was made, in which company. */
const keptAs = (memberId: string) => `balcao-push-${memberId}`;
const isOf = (memberId: string) => localStorage.getItem(keptAs(memberId)) !== null;

const subscriptionHere = async () => (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();

export async function lookAtPush(memberId: string): Promise<void> {
  if (!canPush()) return pushState.set('none');
  if (Notification.permission === 'denied') return pushState.set('denied');
  return pushState.set((await subscriptionHere()) && isOf(memberId) ? 'on' : 'off');
}

async function tellServer(subscription: PushSubscription): Promise<void> {
  const { endpoint, expirationTime, keys } = subscription.toJSON();
  if (endpoint === undefined || !keys?.p256dh || !keys.auth) throw new Error('the browser gave half a subscription');
  const browser = { endpoint, expirationTime: expirationTime ?? null, keys: { p256dh: keys.p256dh, auth: keys.auth } };
  await api.call('push.subscribe', { ...browser, language: currentLanguage() });
}

/**
 * When the panel opens: the server ties notifications to the session, and this is another one by now. A subscription that somebody
 * else left in this browser is nobody's any more.
 */
export async function keepPush(memberId: string, mine: readonly string[]): Promise<void> {
  if (!canPush() || Notification.permission !== 'granted') return;
  const subscription = await subscriptionHere();
  if (!subscription) return;
  if (isOf(memberId)) await tellServer(subscription);
  else if (!mine.some(isOf)) await subscription.unsubscribe();
}

/** Before signing out: the next one at this browser hears nothing of what was mine. The server forgets with the session. */
export async function forgetPush(mine: readonly string[]): Promise<void> {
  for (const memberId of mine) localStorage.removeItem(keptAs(memberId));
  if (canPush()) await (await subscriptionHere())?.unsubscribe();
}

/** Asks the person (only ever after a click), subscribes this browser and tells the server. */
export async function turnPushOn(memberId: string): Promise<void> {
  if (!canPush()) return pushState.set('none');
  if ((await Notification.requestPermission()) !== 'granted') return lookAtPush(memberId);
  const { key } = await api.call('push.key', {});
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
  const subscribe = () => registration.pushManager.subscribe(options);
  // One made with another key (the server was set up anew) refuses this one: it goes first.
  const subscription = await subscribe().catch(async () => {
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return subscribe();
  });
  await tellServer(subscription);
  localStorage.setItem(keptAs(memberId), 'on');
  return pushState.set('on');
}

/** In this company; the other ones that use this browser keep it. */
export async function turnPushOff(memberId: string, mine: readonly string[]): Promise<void> {
  const subscription = await subscriptionHere();
  localStorage.removeItem(keptAs(memberId));
  if (subscription) {
    await api.call('push.unsubscribe', { endpoint: subscription.endpoint });
    if (!mine.some(isOf)) await subscription.unsubscribe();
  }
  pushState.set('off');
}
