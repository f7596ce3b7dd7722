import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { channel } from '../channels.ts';
import { id, time } from '../fields.ts';

const metaId = z.string().regex(/^\d{1,40}$/, 'a number of Meta: digits only');
const secret = z.string().trim().min(1).max(1000);

/** A sentence for people: its key, and it in the caller's language. */
const sentence = z.strictObject({ key: z.string(), text: z.string() });

export const channelsTestCredential = defineOperation({
  name: 'channels.test-credential',
  kind: 'write',
  summary: 'Try the credentials of a number on the spot, each by itself; what is not given is taken from the channel',
  scope: 'channels:write',
  input: z.strictObject({
    /** A channel whose stored credentials stand in for what is not given. */
    channelId: id.optional(),
    phoneNumberId: metaId.optional(),
    wabaId: metaId.optional(),
    accessToken: secret.optional(),
    appSecret: secret.optional(),
    /** Which to try; absent: all that can be. */
    what: z.array(z.enum(['access_token', 'phone_number', 'waba', 'app_secret', 'webhook'])).optional(),
  }),
  output: z.strictObject({
    ok: z.boolean(),
    results: z.array(
      z.strictObject({
        what: z.enum(['access_token', 'phone_number', 'waba', 'app_secret', 'webhook']),
        state: z.enum(['ok', 'warning', 'failed', 'not_tried']),
        sentence,
        /** What was learned: the number, its name, scopes, when the token ends. No secret. */
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])),
      }),
    ),
  }),
  errors: ['not_found', 'provider_failed'],
  outside: true,
});

/** What to paste into Meta's page of the app. */
const webhook = z.strictObject({ url: z.string(), verifyToken: z.string() });

export const channelsConnectWhatsapp = defineOperation({
  name: 'channels.connect-whatsapp',
  kind: 'write',
  summary:
    'Connect a WhatsApp number: make its channel, subscribe the app to its account, and say what to paste into Meta',
  scope: 'channels:write',
  input: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    phoneNumberId: metaId,
    wabaId: metaId,
    appSecret: secret,
    accessToken: secret,
    /** Absent: one is made. */
    verifyToken: secret.optional(),
    perSecond: z.int().min(1).max(1000).optional(),
    perPair: z.boolean().optional(),
  }),
  output: z.strictObject({
    channel,
    webhook,
    /** Whether the account sends its events to the app; when not, why. */
    subscribed: z.boolean(),
    problem: sentence.nullable(),
  }),
  errors: ['conflict', 'provider_failed'],
  outside: true,
});

export const channelsWebhook = defineOperation({
  name: 'channels.webhook',
  kind: 'read',
  summary: 'What to paste into Meta for a channel: the address and the verify token',
  scope: 'channels:write',
  input: z.strictObject({ channelId: id }),
  output: z.strictObject({ webhook }),
  errors: ['not_found'],
});

export const channelsUpdate = defineOperation({
  name: 'channels.update',
  kind: 'write',
  summary: "Change a channel's name, pace, waiting time or credentials",
  scope: 'channels:write',
  input: z.strictObject({
    channelId: id,
    name: z.string().trim().min(1).max(200).optional(),
    perSecond: z.int().min(1).max(1_000_000).optional(),
    perPair: z.boolean().optional(),
    /** How long the bot waits for the customer to finish. */
    joinMs: z.int().min(0).max(60_000).optional(),
    botMode: z.enum(['off', 'flow', 'assistant']).optional(),
    accessToken: secret.optional(),
    appSecret: secret.optional(),
    verifyToken: secret.optional(),
  }),
  output: z.strictObject({ channel }),
  errors: ['not_found'],
});

/** One card of the health page. */
const card = z.strictObject({
  what: z.enum(['sending', 'number', 'quality', 'limit', 'token', 'webhook', 'queue', 'errors']),
  level: z.enum(['ok', 'warning', 'problem', 'unknown']),
  /** How it is, and what to do about it (null: nothing). */
  sentence,
  todo: sentence.nullable(),
});

export const channelHealth = z.strictObject({
  channelId: id,
  level: z.enum(['ok', 'warning', 'problem', 'unknown']),
  /** When the provider was last asked, and when it last answered. */
  checkedAt: time.nullable(),
  answeredAt: time.nullable(),
  state: z.enum(['active', 'paused', 'stopped']),
  stateReason: z.string().nullable(),
  number: z.strictObject({
    displayPhone: z.string().nullable(),
    verifiedName: z.string().nullable(),
    nameStatus: z.string().nullable(),
    status: z.string().nullable(),
    /** GREEN, YELLOW, RED, UNKNOWN. */
    quality: z.string().nullable(),
    throughput: z.string().nullable(),
  }),
  limit: z.strictObject({
    tier: z.string().nullable(),
    /** People who may be written to first in a moving 24 hours; -1: without limit. */
    people: z.int().nullable(),
  }),
  token: z.strictObject({
    valid: z.boolean().nullable(),
    /** Null: it does not end, or is not known. */
    expiresAt: time.nullable(),
    missingScopes: z.array(z.string()),
  }),
  webhook: z.strictObject({
    url: z.string(),
    subscribed: z.boolean().nullable(),
    lastReceiptAt: time.nullable(),
  }),
  queue: z.strictObject({ waiting: z.int(), oldestAt: time.nullable() }),
  lastError: z.strictObject({ at: time, code: z.int().nullable(), sentence }).nullable(),
  cards: z.array(card),
});

export const channelsHealth = defineOperation({
  name: 'channels.health',
  kind: 'read',
  summary: 'How the channels are: number, quality, limit, token, webhook, queue, last error, and what to do',
  scope: 'channels:read',
  input: z.strictObject({
    /** Absent: all of them. */
    channelId: id.optional(),
  }),
  output: z.strictObject({ health: z.array(channelHealth) }),
  errors: ['not_found'],
});

export const channelsCheck = defineOperation({
  name: 'channels.check',
  kind: 'write',
  summary:
    'Ask the provider now how a channel is; it is asked by itself every ten minutes. Who may change channels also subscribes the app again where it is not',
  scope: 'channels:read',
  input: z.strictObject({ channelId: id }),
  output: z.strictObject({ health: channelHealth }),
  errors: ['not_found'],
  outside: true,
});
