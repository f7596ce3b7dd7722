import { type DbCtx, sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { hashToken, newToken } from '../token.ts';

export type ChallengeKind = 'totp' | 'passkey_sign_in' | 'passkey_add' | 'oidc';

export interface OpenedChallenge {
  /** For the cookie. */
  readonly token: string;
  readonly expiresAt: Date;
}

export interface Challenge {
  readonly personId: string | null;
  readonly data: Readonly<Record<string, string>>;
}

const WITHIN_MS = 10 * 60_000;

const open = sql(
  'access/open-challenge',
  `insert into challenges (token_hash, kind, person_id, data, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
);
// Index: challenges_by_end.
const forget = sql(
  'access/forget-challenges',
  'delete from challenges where token_hash in (select token_hash from challenges where expires_at < $1 limit 50 for update skip locked)',
);
const look = sql(
  'access/look-at-challenge',
  'select person_id as "personId", data from challenges where token_hash = $1 and kind = $2 and expires_at > $3',
);
const take = sql(
  'access/take-challenge',
  'delete from challenges where token_hash = $1 and kind = $2 and expires_at > $3 returning person_id as "personId", data',
);

export async function openChallenge(
  tx: Tx,
  ctx: DbCtx,
  kind: ChallengeKind,
  personId: string | null,
  data: Challenge['data'] = {},
): Promise<OpenedChallenge> {
  const now = ctx.clock.now();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + WITHIN_MS);
  await tx.run(open, [hashToken(token), kind, personId, JSON.stringify(data), now, expiresAt]);
  await tx.run(forget, [now]);
  return { token, expiresAt };
}

/** Of two who take it at once, one gets it. */
export async function takeChallenge(
  tx: Tx,
  ctx: DbCtx,
  kind: ChallengeKind,
  token: string | undefined,
): Promise<Challenge> {
  return await answerTo(take, tx, ctx, kind, token);
}

export async function lookAtChallenge(
  tx: Tx,
  ctx: DbCtx,
  kind: ChallengeKind,
  token: string | undefined,
): Promise<Challenge> {
  return await answerTo(look, tx, ctx, kind, token);
}

async function answerTo(
  statement: typeof take,
  tx: Tx,
  ctx: DbCtx,
  kind: ChallengeKind,
  token: string | undefined,
): Promise<Challenge> {
  const found =
    token === undefined ? undefined : await tx.one<Challenge>(statement, [hashToken(token), kind, ctx.clock.now()]);
  if (found === undefined) throw new Fault('challenge_over', 'there is no such sign-in under way, or it took too long');
  return found;
}
