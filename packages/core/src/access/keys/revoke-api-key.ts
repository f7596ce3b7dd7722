import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { From } from '../log/from.ts';
import { logAccess } from '../log/log-access.ts';

const revoke = sql('access/revoke-api-key', 'update api_keys set revoked_at = $2 where id = $1 and revoked_at is null');

/** In force from the next request on. */
export async function revokeApiKey(tx: Tx, ctx: WorkspaceCtx, apiKeyId: string, from?: From): Promise<void> {
  if ((await tx.run(revoke, [apiKeyId, ctx.clock.now()])) === 0)
    throw new Fault('not_found', `there is no key "${apiKeyId}" in force`);
  await record(tx, ctx, [{ type: 'api_key.revoked', data: { apiKeyId } }]);
  await logAccess(tx, ctx, { action: 'api-key.revoked', subjectKind: 'api_key', subjectId: apiKeyId }, from);
}
