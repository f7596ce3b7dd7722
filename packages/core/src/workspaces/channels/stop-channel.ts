import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

const stop = sql(
  'workspaces/stop-channel',
  `update channels set state = $2, state_reason = $3, updated_at = $4
    where id = $1 and (state, state_reason) is distinct from ($2, $3) and state <> 'stopped'`,
);

/** Its sends wait and nothing is marked failed; what customers write still comes in. False when it stood still already. */
export async function stopChannel(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly channelId: string; readonly reason: string; readonly state?: 'paused' | 'stopped' },
): Promise<boolean> {
  const state = input.state ?? 'stopped';
  const changed = await tx.run(stop, [input.channelId, state, input.reason, ctx.clock.now()]);
  if (changed === 0) return false;
  await record(tx, ctx, [{ type: `channel.${state}`, data: { channelId: input.channelId, reason: input.reason } }]);
  await tellChannelsChanged(tx, input.channelId);
  return true;
}
