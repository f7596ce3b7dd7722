import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id } from '../fields.ts';

/** Base64url, as browsers write the keys of a subscription. */
const keyText = z.string().regex(/^[\w-]{16,128}$/, 'not base64url');
const endpoint = z.url({ protocol: /^https$/ }).max(2_000);

export const pushWishes = z.strictObject({
  /** Somebody mentions me in a note. */
  mentions: z.boolean(),
  /** A ticket becomes mine by somebody else's hand. */
  assigned: z.boolean(),
  /** The customer writes in a ticket of mine. */
  messages: z.boolean(),
  /** A ticket begins to wait in one of my departments. */
  queue: z.boolean(),
  /** Show the words of the message; otherwise only that there is one. */
  showText: z.boolean(),
});

export const pushKey = defineOperation({
  name: 'push.key',
  kind: 'read',
  summary: "The site's public key, which a browser wants when it subscribes (applicationServerKey, base64url)",
  scope: 'tickets:read',
  input: z.strictObject({}),
  output: z.strictObject({ key: z.string() }),
  errors: ['forbidden'],
});

export const pushSubscribe = defineOperation({
  name: 'push.subscribe',
  kind: 'write',
  summary:
    'Notify me through this browser: its PushSubscription as it writes itself; the same one again replaces itself',
  scope: 'tickets:read',
  input: z.strictObject({
    endpoint,
    expirationTime: z.number().nullable().optional(),
    keys: z.strictObject({ p256dh: keyText, auth: keyText }),
    /** The language of the browser, for what the notification says. */
    language: z.enum(['pt-BR', 'en', 'es']).optional(),
  }),
  output: z.strictObject({ subscriptionId: id }),
  errors: ['forbidden', 'over_limit'],
});

export const pushUnsubscribe = defineOperation({
  name: 'push.unsubscribe',
  kind: 'write',
  summary: 'No longer notify me through this browser',
  scope: 'tickets:read',
  input: z.strictObject({ endpoint }),
  output: z.strictObject({ removed: z.boolean() }),
  errors: ['forbidden'],
});

export const pushPreferences = defineOperation({
  name: 'push.preferences',
  kind: 'read',
  summary: 'What I want to be notified of',
  scope: 'tickets:read',
  input: z.strictObject({}),
  output: z.strictObject({ wishes: pushWishes, browsers: z.int() }),
  errors: ['forbidden'],
});

export const pushSetPreferences = defineOperation({
  name: 'push.set-preferences',
  kind: 'write',
  summary: 'Say what I want to be notified of; what is left out stays',
  scope: 'tickets:read',
  input: pushWishes.partial(),
  output: z.strictObject({ wishes: pushWishes }),
  errors: ['forbidden'],
});

/** What the service worker finds in the push, decrypted by the browser. */
export interface PushPayload {
  readonly title: string;
  readonly body: string;
  /** Two with the same tag replace each other. */
  readonly tag: string;
  /** The page to open, from the root. */
  readonly url: string;
  readonly kind: 'mention' | 'assigned' | 'message' | 'queue';
}
