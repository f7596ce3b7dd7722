import { randomBytes } from 'node:crypto';
import type { Scope } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';
import { hashOf, prefixOf } from './api-key-text.ts';

export interface CreateApiKeyInput {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date | undefined;
}

export interface NewApiKey {
  readonly id: string;
  /** Shown this once; only its hash is kept. */
  readonly key: string;
  readonly prefix: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

const insert = sql(
  'access/create-api-key',
  `insert into api_keys (workspace_id, id, name, prefix, hash, scopes, expires_at, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, least($7, (select expires_at from api_keys where id = $10)), $8,
           coalesce($9, (select created_by from api_keys where id = $10)))
   returning expires_at as "expiresAt"`,
);

/** A secret's bits come from the system itself, never from `ctx.random`: a replayed day must not repeat a key. */
export async function createApiKey(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: CreateApiKeyInput,
  from?: From,
): Promise<NewApiKey> {
  const name = input.name.trim();
  if (name === '' || name.length > 200) throw new Fault('invalid_input', 'the name of a key has 1 to 200 characters');
  if (input.scopes.length === 0) throw new Fault('invalid_input', 'a key without any scope can do nothing');
  const now = ctx.clock.now();
  if (input.expiresAt !== undefined && input.expiresAt <= now)
    throw new Fault('invalid_input', 'the key would have expired already');
  const id = ctx.ids.uuid();
  const key = `bk_${randomBytes(32).toString('base64url')}`;
  const scopes = [...new Set(input.scopes)].sort();
  const until = input.expiresAt ?? null;
  const maker = ctx.actor.kind === 'person' ? (ctx.actor.id ?? null) : null;
  // A key that a key made is its maker's too, and does not outlive it.
  const parent = ctx.actor.kind === 'api_key' ? (ctx.actor.id ?? null) : null;
  const params = [ctx.workspaceId, id, name, prefixOf(key), hashOf(key), scopes, until, now, maker, parent];
  const made = await tx.one<{ expiresAt: Date | null }>(insert, params);
  const expiresAt = made?.expiresAt ?? null;
  await record(tx, ctx, [{ type: 'api_key.created', data: { apiKeyId: id, scopes } }]);
  await logAccess(
    tx,
    ctx,
    { action: 'api-key.created', subjectKind: 'api_key', subjectId: id, data: { scopes } },
    from,
  );
  return { id, key, prefix: prefixOf(key), name, scopes, expiresAt, createdAt: now };
}
