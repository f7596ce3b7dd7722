import { createHash } from 'node:crypto';
import { type DbCtx, sql, type Tx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';

/** Who guesses: an account (whether it exists or not), a second factor, an address. */
export interface Guesser {
  readonly kind: 'account' | 'totp' | 'address' | 'forgot';
  readonly name: string;
}

interface Patience {
  /** Wrong ones that cost no waiting. */
  readonly free: number;
  readonly longestSeconds: number;
}

/** An address may be a whole office behind one router, so it has more patience and waits less. */
const patience: Readonly<Record<Guesser['kind'], Patience>> = {
  account: { free: 5, longestSeconds: 900 },
  totp: { free: 5, longestSeconds: 900 },
  address: { free: 60, longestSeconds: 60 },
  forgot: { free: 3, longestSeconds: 3_600 },
};
/** After so long without any, all is forgiven. */
const FORGIVEN_MS = 3_600_000;

// Counted before the password is looked at: ten guesses at once are ten guesses. A row that is blocked is left as it is.
const count = sql(
  'access/count-attempt',
  `insert into sign_in_attempts as a (key, failures, last_at)
   select k, 1, $2 from unnest($1::bytea[]) as k order by k
   on conflict (key) do update set
     failures = case when a.last_at < $3 then 1 else a.failures + 1 end, last_at = $2, blocked_until = null
     where a.blocked_until is null or a.blocked_until <= $2
   returning key, failures`,
);
const block = sql('access/block-attempts', 'update sign_in_attempts set blocked_until = $2 where key = $1');
const until = sql(
  'access/attempts-blocked-until',
  'select max(blocked_until) as "blockedUntil" from sign_in_attempts where key = any($1)',
);
const forgive = sql('access/forgive-attempts', 'delete from sign_in_attempts where key = $1');
const takeBack = sql(
  'access/take-back-attempt',
  'update sign_in_attempts set failures = greatest(failures - 1, 0), blocked_until = null where key = $1',
);
// Index: sign_in_attempts_by_age.
const forget = sql(
  'access/forget-attempts',
  'delete from sign_in_attempts where key in (select key from sign_in_attempts where last_at < $1 limit 20 for update skip locked)',
);

const keyOf = ({ kind, name }: Guesser): Buffer =>
  createHash('sha256')
    .update(`${kind}:${placeOf(kind, name)}`)
    .digest();

/** Somebody with IPv6 has 2^64 addresses to come from. */
function placeOf(kind: Guesser['kind'], name: string): string {
  return kind === 'address' && name.includes(':') && !name.includes('.') ? name.split(':').slice(0, 4).join(':') : name;
}

/** Counts one guess of each, or refuses with how long to wait; rows, so a restart forgives nothing. */
export async function takeAttempt(ctx: DbCtx, guessers: readonly Guesser[]): Promise<void> {
  const now = ctx.clock.now();
  const byKey = new Map(guessers.map((one) => [keyOf(one).toString('hex'), one]));
  const keys = guessers.map(keyOf);
  await withIdentity(ctx, async (tx) => {
    const oldest = new Date(now.getTime() - FORGIVEN_MS);
    const counted = await tx.rows<{ key: Buffer; failures: number }>(count, [keys, now, oldest]);
    if (counted.length < guessers.length) throw await refusal(tx, keys, now);
    for (const { key, failures } of counted) await blockIfMany(tx, byKey.get(key.toString('hex')), key, failures, now);
    await tx.run(forget, [oldest]);
  });
}

async function blockIfMany(tx: Tx, who: Guesser | undefined, key: Buffer, failures: number, now: Date): Promise<void> {
  if (who === undefined) return;
  const { free, longestSeconds } = patience[who.kind];
  if (failures < free) return;
  const seconds = Math.min(longestSeconds, 2 ** Math.min(20, failures - free + 1));
  await tx.run(block, [key, new Date(now.getTime() + seconds * 1_000)]);
}

async function refusal(tx: Tx, keys: readonly Buffer[], now: Date): Promise<Fault> {
  const found = await tx.one<{ blockedUntil: Date | null }>(until, [keys]);
  const ms = (found?.blockedUntil?.getTime() ?? now.getTime()) - now.getTime();
  return new Fault('too_many_requests', 'too many wrong attempts', { retryAfter: Math.max(1, Math.ceil(ms / 1_000)) });
}

/** It was right: the account is forgiven all, the address only this one, for its next guess may be about another account. */
export async function forgiveAttempts(tx: Tx, guessers: readonly Guesser[]): Promise<void> {
  for (const one of guessers) await tx.run(one.kind === 'address' ? takeBack : forgive, [keyOf(one)]);
}
