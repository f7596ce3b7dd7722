import type { ChannelCredentials } from '@balcao/channels/port';
import type { WhatsAppCloud } from '@balcao/channels/whatsapp-cloud';
import { toFault } from '@balcao/kernel';
import { missingScopes } from './ask-health.ts';
import type { CredentialSentence } from './credential-sentences.ts';

export type Tried = 'access_token' | 'phone_number' | 'waba' | 'app_secret' | 'webhook';

export interface CredentialsToTry {
  readonly accessToken?: string | undefined;
  readonly phoneNumberId?: string | undefined;
  readonly wabaId?: string | undefined;
  readonly appSecret?: string | undefined;
}

export interface TryResult {
  readonly what: Tried;
  readonly state: 'ok' | 'warning' | 'failed' | 'not_tried';
  readonly sentence: CredentialSentence;
  readonly facts: Readonly<Record<string, string | number | boolean | string[] | null>>;
}

const all: readonly Tried[] = ['access_token', 'phone_number', 'waba', 'app_secret', 'webhook'];
const WEEK_MS = 7 * 86_400_000;

/** Tries each credential by itself, on the spot. The token first: nothing else can be asked without it. Never throws. */
export async function testCredentials(
  adapter: WhatsAppCloud,
  given: CredentialsToTry,
  wanted: readonly Tried[] | undefined,
  now: Date,
): Promise<TryResult[]> {
  const credentials: ChannelCredentials = {
    // One breaker for all that is only tried out: what it learns harms no channel.
    channelId: 'credentials-on-trial',
    phoneNumberId: given.phoneNumberId ?? '',
    accountId: given.wabaId ?? '',
    accessToken: given.accessToken ?? '',
  };
  const token = await settle('access_token', given.accessToken, () => tryToken(adapter, credentials, now));
  const tests: Record<Exclude<Tried, 'access_token'>, () => Promise<TryResult>> = {
    phone_number: () => settle('phone_number', given.phoneNumberId, () => tryNumber(adapter, credentials)),
    waba: () => settle('waba', given.wabaId, () => tryAccount(adapter, credentials)),
    app_secret: () =>
      settle('app_secret', given.appSecret && given.phoneNumberId, () =>
        trySecret(adapter, credentials, given.appSecret ?? ''),
      ),
    webhook: () => settle('webhook', given.wabaId, () => tryWebhook(adapter, credentials)),
  };
  const usable = token.state === 'ok' || token.state === 'warning';
  return await Promise.all(
    (wanted ?? all).map(async (what): Promise<TryResult> => {
      if (what === 'access_token') return token;
      return usable ? await tests[what]() : { what, state: 'not_tried', sentence: 'needs_token', facts: {} };
    }),
  );
}

type Outcome = Omit<TryResult, 'what'>;

const unknown: Readonly<Record<Tried, CredentialSentence>> = {
  access_token: 'token_refused',
  phone_number: 'number_unknown',
  waba: 'waba_unknown',
  app_secret: 'refused',
  webhook: 'refused',
};

async function settle(what: Tried, given: string | undefined, ask: () => Promise<Outcome>): Promise<TryResult> {
  if (given === undefined || given === '') return { what, state: 'not_tried', sentence: 'not_given', facts: {} };
  try {
    return { what, ...(await ask()) };
  } catch (error) {
    const { code } = toFault(error);
    if (code === 'unavailable') return { what, state: 'warning', sentence: 'provider_away', facts: {} };
    const sentence = code === 'not_found' || what === 'access_token' ? unknown[what] : 'refused';
    return { what, state: 'failed', sentence, facts: {} };
  }
}

async function tryToken(adapter: WhatsAppCloud, credentials: ChannelCredentials, now: Date): Promise<Outcome> {
  const token = await adapter.readToken(credentials);
  const facts = {
    scopes: [...token.scopes],
    expiresAt: token.expiresAt?.toISOString() ?? null,
    appId: token.appId ?? null,
  };
  if (!token.valid) return { state: 'failed', sentence: 'token_refused', facts: {} };
  if (missingScopes(token).length > 0)
    return { state: 'failed', sentence: 'token_lacks_scopes', facts: { ...facts, missing: missingScopes(token) } };
  const soon = token.expiresAt !== undefined && token.expiresAt.getTime() - now.getTime() < WEEK_MS;
  return soon
    ? { state: 'warning', sentence: 'token_ends_soon', facts }
    : { state: 'ok', sentence: 'token_works', facts };
}

async function tryNumber(adapter: WhatsAppCloud, credentials: ChannelCredentials): Promise<Outcome> {
  const number = await adapter.readNumber(credentials);
  const { displayPhone = null, verifiedName = null, quality = null, status = null } = number;
  const facts = { displayPhone, verifiedName, quality, status };
  const working = status === null || status === 'CONNECTED';
  return working
    ? { state: 'ok', sentence: 'number_works', facts }
    : { state: 'warning', sentence: 'number_not_registered', facts };
}

async function tryAccount(adapter: WhatsAppCloud, credentials: ChannelCredentials): Promise<Outcome> {
  const { name = null, currency = null, review = null } = await adapter.readWaba(credentials);
  return { state: 'ok', sentence: 'waba_works', facts: { name, currency, review } };
}

async function trySecret(adapter: WhatsAppCloud, credentials: ChannelCredentials, appSecret: string): Promise<Outcome> {
  return (await adapter.proveSecret(credentials, appSecret))
    ? { state: 'ok', sentence: 'secret_works', facts: {} }
    : { state: 'failed', sentence: 'secret_wrong', facts: {} };
}

async function tryWebhook(adapter: WhatsAppCloud, credentials: ChannelCredentials): Promise<Outcome> {
  const { appIds } = await adapter.readSubscription(credentials);
  return appIds.length > 0
    ? { state: 'ok', sentence: 'webhook_subscribed', facts: { appIds } }
    : { state: 'warning', sentence: 'webhook_not_subscribed', facts: { appIds } };
}
