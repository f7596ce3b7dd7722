import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { checkBegunFrom, lock, older, point, read, type Standing } from './flow-rows.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

/** An older version in force again; the talks begin anew. Versions made since stay where they are. */
export async function rollBackFlow(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { channelId: string; version: number; begunFrom?: number | null | undefined },
): Promise<{ flowVersionId: string; version: number }> {
  const { channelId, version } = input;
  await tx.run(lock, [channelId]);
  const channel = await tx.one<Standing>(read, [channelId]);
  const found = await tx.one<{ id: string }>(older, [ctx.workspaceId, channelId, version]);
  if (channel === undefined || found === undefined)
    throw new Fault('not_found', `there is no version ${version} of the flow of channel "${channelId}"`);
  checkBegunFrom(channel.version, input.begunFrom);
  await tx.run(point, [channelId, found.id, null, ctx.clock.now()]);
  const data = { channelId, flowVersionId: found.id, version, rolledBack: true };
  await record(tx, ctx, [{ type: 'channel.flow_set', data }]);
  await tellChannelsChanged(tx, channelId);
  return { flowVersionId: found.id, version };
}
