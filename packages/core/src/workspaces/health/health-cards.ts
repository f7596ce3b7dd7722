import { peopleOf } from './limits.ts';
import type { HealthCard, HealthFacts, HealthLevel } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const SLOW_MS = 10 * 60_000;
const FEW_PEOPLE = 250;

/** Why a channel stands still, by what the outbox noted: a code and a treatment. */
const standing: readonly [RegExp, string][] = [
  [/stop_channel/, 'renew_token'],
  [/account_hold/, 'mend_account'],
  [/reregister/, 'register_again'],
];

const workingStates: readonly string[] = ['CONNECTED', 'LINKED'];
const waitingStates: readonly string[] = ['PENDING', 'UNVERIFIED', 'RATE_LIMITED', 'FLAGGED', 'MIGRATED'];

/** A channel's health as cards: how each thing is, and what to do about it. Pure. */
export function healthCards(facts: HealthFacts, now: Date): HealthCard[] {
  return [
    sending(facts),
    number(facts),
    quality(facts),
    limit(facts),
    token(facts, now),
    webhook(facts, now),
    queue(facts, now),
    errors(facts, now),
  ];
}

const order: readonly HealthLevel[] = ['problem', 'warning', 'unknown', 'ok'];

/** As bad as the worst card; what is only unknown worries nobody while the rest is well. */
export function levelOf(cards: readonly HealthCard[]): HealthLevel {
  const worst = order.find((level) => cards.some((card) => card.level === level)) ?? 'unknown';
  return worst === 'unknown' && cards.some((card) => card.level === 'ok') ? 'ok' : worst;
}

function sending({ state, stateReason }: HealthFacts): HealthCard {
  if (state === 'active') return { what: 'sending', level: 'ok', sentence: 'sending_well' };
  const todo = standing.find(([pattern]) => pattern.test(stateReason ?? ''))?.[1] ?? 'resume_channel';
  const sentence = state === 'paused' ? 'sending_paused' : 'sending_stopped';
  return { what: 'sending', level: 'problem', sentence, todo };
}

function number({ number: { status }, problem, checkedAt }: HealthFacts): HealthCard {
  if (status === undefined) {
    const asked = checkedAt !== null && problem !== null;
    return asked
      ? { what: 'number', level: 'warning', sentence: 'provider_silent', todo: 'check_credentials' }
      : { what: 'number', level: 'unknown', sentence: 'not_checked_yet' };
  }
  if (workingStates.includes(status)) return { what: 'number', level: 'ok', sentence: 'number_connected' };
  const level = waitingStates.includes(status) ? 'warning' : 'problem';
  const todo = status === 'DISCONNECTED' || status === 'UNLINKED' ? 'register_again' : 'mend_account';
  return { what: 'number', level, sentence: 'number_not_connected', todo, values: { status } };
}

function quality({ number: { quality: word } }: HealthFacts): HealthCard {
  if (word === 'GREEN') return { what: 'quality', level: 'ok', sentence: 'quality_green' };
  if (word === 'YELLOW') return { what: 'quality', level: 'warning', sentence: 'quality_yellow', todo: 'send_less' };
  if (word === 'RED') return { what: 'quality', level: 'problem', sentence: 'quality_red', todo: 'stop_campaigns' };
  return { what: 'quality', level: 'unknown', sentence: 'quality_unknown' };
}

function limit({ number: { messagingLimit } }: HealthFacts): HealthCard {
  const people = peopleOf(messagingLimit);
  if (people === null) return { what: 'limit', level: 'unknown', sentence: 'limit_unknown' };
  if (people === -1) return { what: 'limit', level: 'ok', sentence: 'limit_none' };
  const values = { people: String(people) };
  return people <= FEW_PEOPLE
    ? { what: 'limit', level: 'warning', sentence: 'limit_is', todo: 'verify_company', values }
    : { what: 'limit', level: 'ok', sentence: 'limit_is', values };
}

function token({ token: { valid, expiresAt, missingScopes = [] } }: HealthFacts, now: Date): HealthCard {
  if (valid === undefined) return { what: 'token', level: 'unknown', sentence: 'token_unknown' };
  if (!valid) return { what: 'token', level: 'problem', sentence: 'token_invalid', todo: 'renew_token' };
  if (missingScopes.length > 0) {
    const values = { scopes: missingScopes.join(', ') };
    return { what: 'token', level: 'problem', sentence: 'token_lacks_scopes', todo: 'renew_token', values };
  }
  if (expiresAt === undefined) return { what: 'token', level: 'ok', sentence: 'token_forever' };
  const left = new Date(expiresAt).getTime() - now.getTime();
  const values = { days: String(Math.max(0, Math.floor(left / DAY))) };
  if (left <= 0) return { what: 'token', level: 'problem', sentence: 'token_invalid', todo: 'renew_token' };
  return left < WEEK
    ? { what: 'token', level: 'warning', sentence: 'token_ends', todo: 'make_lasting_token', values }
    : { what: 'token', level: 'ok', sentence: 'token_ends', values };
}

function webhook({ subscribed, lastReceiptAt }: HealthFacts, now: Date): HealthCard {
  if (subscribed === false)
    return { what: 'webhook', level: 'problem', sentence: 'webhook_not_subscribed', todo: 'subscribe_app' };
  if (lastReceiptAt === null)
    return { what: 'webhook', level: 'warning', sentence: 'webhook_never', todo: 'paste_webhook' };
  return now.getTime() - lastReceiptAt.getTime() > 2 * DAY
    ? { what: 'webhook', level: 'warning', sentence: 'webhook_quiet', todo: 'test_webhook' }
    : { what: 'webhook', level: 'ok', sentence: 'webhook_well' };
}

function queue({ waiting, oldestAt }: HealthFacts, now: Date): HealthCard {
  const values = { waiting: String(waiting) };
  if (waiting === 0) return { what: 'queue', level: 'ok', sentence: 'queue_empty' };
  const slow = oldestAt !== null && now.getTime() - oldestAt.getTime() > SLOW_MS;
  return slow
    ? { what: 'queue', level: 'warning', sentence: 'queue_slow', todo: 'look_at_sending', values }
    : { what: 'queue', level: 'ok', sentence: 'queue_moving', values };
}

function errors({ lastFailureAt }: HealthFacts, now: Date): HealthCard {
  return lastFailureAt !== null && now.getTime() - lastFailureAt.getTime() < DAY
    ? { what: 'errors', level: 'warning', sentence: 'failed_lately' }
    : { what: 'errors', level: 'ok', sentence: 'no_failures' };
}
