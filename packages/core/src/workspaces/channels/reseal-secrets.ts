import { conveyorStatement, type DbCtx, inWorkspace, sql, withWorkspace } from '@balcao/db';
import { openSecret, type SecretColumn, sealSecret, secretColumns } from './channel-secrets.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

type Row = { workspaceId: string; id: string } & Record<SecretColumn, string>;

const BATCH = 100;

const batch = sql(
  'workspaces/channels-to-reseal',
  `select workspace_id as "workspaceId", id, app_secret, access_token, verify_token from channels
    where (workspace_id, id) > ($1::uuid, $2::uuid) order by workspace_id, id limit ${BATCH}`,
);
// Only over the very texts that were read: a token changed meanwhile is sealed with the new key anyway.
const replace = sql(
  'workspaces/reseal-channel',
  `update channels set app_secret = $5, access_token = $6, verify_token = $7
    where id = $1 and app_secret = $2 and access_token = $3 and verify_token = $4`,
);

/** Seals again, with the current key, what an older key had sealed. May be stopped and run again at any time. */
export async function resealSecrets(ctx: DbCtx): Promise<{ looked: number; resealed: number }> {
  let looked = 0;
  let resealed = 0;
  let after = { workspaceId: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows = await conveyorStatement<Row>(ctx, batch, [after.workspaceId, after.id]);
    for (const row of rows) {
      if (secretColumns.some((column) => ctx.keys.needsReseal(row[column]))) resealed += await reseal(ctx, row);
    }
    looked += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { looked, resealed };
    after = last;
  }
}

async function reseal(ctx: DbCtx, row: Row): Promise<number> {
  const old = secretColumns.map((column) => row[column]);
  const renewed = secretColumns.map((column) =>
    sealSecret(ctx.keys, row.workspaceId, column, openSecret(ctx.keys, row.workspaceId, column, row[column])),
  );
  return await withWorkspace(inWorkspace(ctx, row.workspaceId), async (tx) => {
    const changed = await tx.run(replace, [row.id, ...old, ...renewed]);
    if (changed > 0) await tellChannelsChanged(tx, row.id);
    return changed;
  });
}
