import { createHash } from 'node:crypto';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

export interface IdempotentRequest {
  /** The key or the member: what one asked under a name is nothing to another. */
  readonly askerId: string;
  /** The header Idempotency-Key. */
  readonly key: string;
  readonly operation: string;
  /** The body as parsed and written again, so that spaces and the order of nothing else matter. */
  readonly body: string;
}

const KEPT_MS = 24 * 3_600_000;

// The second of two at once waits here for the first to commit, and then finds its answer.
const claim = sql(
  'access/claim-answer',
  `insert into idempotent_answers as a (workspace_id, asker_id, key, operation, body_hash, created_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (workspace_id, asker_id, key) do update
     set operation = excluded.operation, body_hash = excluded.body_hash, answer = null, created_at = excluded.created_at
     where a.created_at < $7
   returning key`,
);
const known = sql(
  'access/known-answer',
  'select operation, body_hash as "bodyHash", answer from idempotent_answers where asker_id = $1 and key = $2',
);
const keep = sql('access/keep-answer', 'update idempotent_answers set answer = $3 where asker_id = $1 and key = $2');
const forget = sql(
  'access/forget-answers',
  `delete from idempotent_answers where (asker_id, key) in
     (select asker_id, key from idempotent_answers where created_at < $1 limit 100 for update skip locked)`,
);

interface Known {
  readonly operation: string;
  readonly bodyHash: Buffer;
  readonly answer: unknown;
}

/**
 * The answer already given to this key, or undefined: then do the work and `keepAnswer` in this same transaction, so that either
 * both are there or neither. The same key with another request is a conflict.
 */
export async function takeAnswer(
  tx: Tx,
  ctx: WorkspaceCtx,
  request: IdempotentRequest,
): Promise<{ answer: unknown } | undefined> {
  const now = ctx.clock.now();
  const oldest = new Date(now.getTime() - KEPT_MS);
  const hash = createHash('sha256').update(request.body).digest();
  const { askerId, key, operation } = request;
  const claimed = await tx.rows(claim, [ctx.workspaceId, askerId, key, operation, hash, now, oldest]);
  if (claimed.length > 0) {
    await tx.run(forget, [oldest]);
    return undefined;
  }
  const row = await tx.one<Known>(known, [askerId, key]);
  if (row === undefined) throw new Fault('unavailable', 'the answer to this Idempotency-Key was just forgotten');
  if (row.operation !== operation || !row.bodyHash.equals(hash))
    throw new Fault('conflict', 'this Idempotency-Key was used for another request');
  return { answer: row.answer };
}

export async function keepAnswer(tx: Tx, request: IdempotentRequest, answer: unknown): Promise<void> {
  await tx.run(keep, [request.askerId, request.key, JSON.stringify(answer)]);
}
