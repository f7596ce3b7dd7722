import { timingSafeEqual } from 'node:crypto';
import { isScope, type Scope } from '@balcao/contract';
import { conveyorStatement, type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { hashOf, isApiKeyText, prefixOf } from './api-key-text.ts';

export interface Authenticated {
  readonly workspaceId: string;
  readonly apiKeyId: string;
  readonly scopes: readonly Scope[];
}

interface Candidate {
  readonly workspaceId: string;
  readonly id: string;
  readonly hash: Buffer;
  readonly scopes: string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** When a key was last used is for people: to the minute is enough, and a write per request would be too much. */
const COARSE_MS = 60_000;

// Index: api_keys_by_prefix.
const byPrefix = sql(
  'access/api-keys-by-prefix',
  `select workspace_id as "workspaceId", id, hash, scopes, expires_at as "expiresAt", revoked_at as "revokedAt",
          last_used_at as "lastUsedAt" from api_keys where prefix = $1`,
);
const touch = sql(
  'access/touch-api-key',
  'update api_keys set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)',
);

/** Whose key is this? The same answer for one that never was, was revoked or has expired. */
export async function authenticate(ctx: DbCtx, key: string): Promise<Authenticated> {
  const candidates = isApiKeyText(key) ? await conveyorStatement<Candidate>(ctx, byPrefix, [prefixOf(key)]) : [];
  const hash = hashOf(key);
  const now = ctx.clock.now();
  // Every candidate is compared, whole: how long it takes says nothing of how much was right.
  const [found] = candidates.filter((candidate) => timingSafeEqual(candidate.hash, hash));
  if (found === undefined || found.revokedAt !== null || (found.expiresAt !== null && found.expiresAt <= now))
    throw new Fault('unauthenticated', 'the API key is not valid');
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() >= COARSE_MS)
    await workspaceStatement(inWorkspace(ctx, found.workspaceId), touch, [found.id, now]);
  return { workspaceId: found.workspaceId, apiKeyId: found.id, scopes: found.scopes.filter(isScope) };
}
