import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

const resume = sql(
  'workspaces/resume-channel',
  `update channels set state = 'active', state_reason = null, updated_at = $2 where id = $1 and state <> 'active'`,
);

/** False when it was active already, or is not this workspace's. */
export async function resumeChannel(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly channelId: string; readonly reason: string },
): Promise<boolean> {
  if ((await tx.run(resume, [input.channelId, ctx.clock.now()])) === 0) return false;
  await record(tx, ctx, [{ type: 'channel.resumed', data: { channelId: input.channelId, reason: input.reason } }]);
  await tellChannelsChanged(tx, input.channelId);
  return true;
}
