import { conveyorStatement, type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';
import { sealModelKey, tryOpenModelKey } from './model-key.ts';

const BATCH = 100;
const batch = sql(
  'governance/models-to-reseal',
  `select workspace_id as "workspaceId", id, api_key as sealed from bot_models
    where (workspace_id, id) > ($1::uuid, $2::uuid) and api_key is not null order by workspace_id, id limit ${BATCH}`,
);
// Only over the very text that was read: a key changed meanwhile is sealed with the new one anyway.
const replace = sql(
  'governance/reseal-model',
  'update bot_models set api_key = $4 where workspace_id = $1 and id = $2 and api_key = $3',
);

/** Seals again, with the current key, what an older one had sealed. May be stopped and run again at any time. */
export async function resealModelKeys(ctx: DbCtx): Promise<{ looked: number; resealed: number }> {
  let looked = 0;
  let resealed = 0;
  let after = { workspaceId: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows = await conveyorStatement<typeof after & { sealed: string }>(ctx, batch, [after.workspaceId, after.id]);
    for (const { workspaceId, id, sealed } of rows) {
      looked += 1;
      if (!ctx.keys.needsReseal(sealed)) continue;
      const key = tryOpenModelKey(ctx, workspaceId, id, sealed);
      if (key === undefined) continue;
      const renewed = sealModelKey(ctx.keys, workspaceId, id, key);
      await workspaceStatement(inWorkspace(ctx, workspaceId), replace, [workspaceId, id, sealed, renewed]);
      resealed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { looked, resealed };
    after = last;
  }
}
