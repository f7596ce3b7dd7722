import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

const touch = sql(
  'governance/touch-bot',
  `insert into bot_settings as b (workspace_id, version, stamp, updated_at) values ($1, 1, $2, $3)
   on conflict (workspace_id) do update set version = b.version + 1, stamp = excluded.stamp, updated_at = excluded.updated_at`,
);

/** Every process reads the bot anew at its next turn. Part of each change of settings, models and prompt; the row's lock puts them in order. */
export async function touchBot(tx: Tx, ctx: WorkspaceCtx): Promise<void> {
  await tx.run(touch, [ctx.workspaceId, ctx.ids.uuid(), ctx.clock.now()]);
}
