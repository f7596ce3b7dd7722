import { conveyorStatement, type DbCtx, inWorkspace, sql, workspaceStatement } from '@balcao/db';
import { sealedAt } from './addresses.ts';

const BATCH = 100;
const batch = sql(
  'flows/addresses-to-reseal',
  `select workspace_id as "workspaceId", id, name, headers from flow_addresses
    where (workspace_id, id) > ($1::uuid, $2::uuid) and headers is not null order by workspace_id, id limit ${BATCH}`,
);
// Only over the very text that was read: headers changed meanwhile are sealed with the new key anyway.
const replace = sql(
  'flows/reseal-address',
  'update flow_addresses set headers = $4 where workspace_id = $1 and id = $2 and headers = $3',
);

interface Row {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  readonly headers: string;
}

const first = '00000000-0000-0000-0000-000000000000';

/** Seals again, with the current key, what an older one had sealed. May be stopped and run again at any time. */
export async function resealAddresses(ctx: DbCtx): Promise<{ looked: number; resealed: number }> {
  let looked = 0;
  let resealed = 0;
  let after = { workspaceId: first, id: first };
  for (;;) {
    const rows = await conveyorStatement<Row>(ctx, batch, [after.workspaceId, after.id]);
    for (const row of rows.filter((one) => ctx.keys.needsReseal(one.headers))) {
      await reseal(ctx, row);
      resealed++;
    }
    looked += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { looked, resealed };
    after = last;
  }
}

async function reseal(ctx: DbCtx, { workspaceId, id, name, headers }: Row): Promise<void> {
  const place = sealedAt(workspaceId, name);
  const renewed = ctx.keys.seal(ctx.keys.open(headers, place), place);
  await workspaceStatement(inWorkspace(ctx, workspaceId), replace, [workspaceId, id, headers, renewed]);
}
