import { conveyorStatement, type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';
import { openHeaders, sealHeaders } from './tool-headers.ts';

const BATCH = 100;
const batch = sql(
  'tools/headers-to-reseal',
  `select workspace_id as "workspaceId", id, sealed_headers as sealed from bot_tools
    where (workspace_id, id) > ($1::uuid, $2::uuid) and sealed_headers is not null order by workspace_id, id limit ${BATCH}`,
);
// Only over the very text that was read: headers changed meanwhile are sealed with the new key anyway.
const replace = sql(
  'tools/reseal-headers',
  'update bot_tools set sealed_headers = $4 where workspace_id = $1 and id = $2 and sealed_headers = $3',
);

interface Row {
  readonly workspaceId: string;
  readonly id: string;
  readonly sealed: string;
}

/** Seals again, with the current key, what an older one had sealed. May be stopped and run again at any time. */
export async function resealToolHeaders(ctx: DbCtx): Promise<{ looked: number; resealed: number }> {
  let looked = 0;
  let resealed = 0;
  let after = { workspaceId: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows = await conveyorStatement<Row>(ctx, batch, [after.workspaceId, after.id]);
    for (const row of rows.filter((one) => ctx.keys.needsReseal(one.sealed))) resealed += await reseal(ctx, row);
    looked += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { looked, resealed };
    after = last;
  }
}

async function reseal(ctx: DbCtx, { workspaceId, id, sealed }: Row): Promise<number> {
  const renewed = sealHeaders(ctx.keys, workspaceId, id, openHeaders(ctx.keys, workspaceId, id, sealed));
  await workspaceStatement(inWorkspace(ctx, workspaceId), replace, [workspaceId, id, sealed, renewed]);
  return 1;
}
