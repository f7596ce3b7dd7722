import { timingSafeEqual } from 'node:crypto';
import { isScope, type Scope } from '@balcao/contract';
import { conveyorStatement, type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type RoleName, scopesOfRole } from '../members/member-of.ts';
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

interface Maker {
  readonly active: boolean;
  readonly role: RoleName;
  readonly customScopes: string[] | null;
}

// Primary keys.
const makerOf = sql(
  'access/maker-of-api-key',
  `select m.state = 'active' as active, m.role, r.scopes as "customScopes"
     from api_keys k join members m on m.workspace_id = k.workspace_id and m.id = k.created_by
     left join custom_roles r on r.workspace_id = m.workspace_id and r.id = m.custom_role_id
    where k.workspace_id = $1 and k.id = $2`,
);

/** Nobody keeps a power in a drawer: a key may what its maker may now, and nothing once they were taken out. */
async function scopesLeft(ctx: DbCtx, { workspaceId, id, scopes }: Candidate): Promise<Scope[] | undefined> {
  const [maker] = await workspaceStatement<Maker>(inWorkspace(ctx, workspaceId), makerOf, [workspaceId, id]);
  const given = scopes.filter(isScope);
  if (maker === undefined) return given; // made at the console of the machine
  if (!maker.active) return undefined;
  const makers = scopesOfRole(maker.role, maker.customScopes);
  return given.filter((scope) => makers.includes(scope));
}

/** Whose key is this? The same answer for one that never was, was revoked, has expired, or whose maker was taken out. */
export async function authenticate(ctx: DbCtx, key: string): Promise<Authenticated> {
  const candidates = isApiKeyText(key) ? await conveyorStatement<Candidate>(ctx, byPrefix, [prefixOf(key)]) : [];
  const hash = hashOf(key);
  const now = ctx.clock.now();
  // Every candidate is compared, whole: how long it takes says nothing of how much was right.
  const [found] = candidates.filter((candidate) => timingSafeEqual(candidate.hash, hash));
  if (found === undefined || found.revokedAt !== null || (found.expiresAt !== null && found.expiresAt <= now))
    throw notValid();
  const scopes = await scopesLeft(ctx, found);
  if (scopes === undefined) throw notValid();
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() >= COARSE_MS)
    await workspaceStatement(inWorkspace(ctx, found.workspaceId), touch, [found.id, now]);
  return { workspaceId: found.workspaceId, apiKeyId: found.id, scopes };
}

const notValid = (): Fault => new Fault('unauthenticated', 'the API key is not valid');
