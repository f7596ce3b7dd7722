import { createHash } from 'node:crypto';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { checkBegunFrom, insert, lock, point, read, type Standing } from './flow-rows.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

export interface SetBotFlowInput {
  readonly channelId: string;
  /** The file as it was written. */
  readonly source: string;
  /** What the orchestrator's parser made of it: this room keeps it, and does not judge it. */
  readonly parsed: unknown;
  readonly joinMs?: number | undefined;
  /** Why, in the author's words. */
  readonly note?: string | undefined;
  /** The version that was in force when the author began, null for none: another one by now is a conflict. Absent: whatever it is. */
  readonly begunFrom?: number | null | undefined;
}

/** A new version of the channel's flow, in force from the next turn on. The same file again makes no new version. */
export async function setBotFlow(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: SetBotFlowInput,
): Promise<{ flowVersionId: string; version: number }> {
  await tx.run(lock, [input.channelId]);
  const channel = await tx.one<Standing>(read, [input.channelId]);
  if (channel === undefined) throw new Fault('not_found', `there is no channel "${input.channelId}"`);
  checkBegunFrom(channel.version, input.begunFrom);
  const checksum = createHash('sha256').update(input.source).digest('hex');
  const now = ctx.clock.now();
  let flowVersionId = channel.current;
  let version = channel.version ?? 0;
  if (flowVersionId === null || channel.checksum !== checksum) {
    flowVersionId = ctx.ids.uuid();
    version = channel.last + 1;
    const parsed = JSON.stringify(input.parsed);
    await tx.run(insert, [
      ctx.workspaceId,
      flowVersionId,
      input.channelId,
      version,
      input.source,
      parsed,
      checksum,
      now,
      ctx.actor.kind,
      ctx.actor.id ?? null,
      input.note ?? '',
    ]);
  }
  await tx.run(point, [input.channelId, flowVersionId, input.joinMs ?? null, now]);
  await record(tx, ctx, [{ type: 'channel.flow_set', data: { channelId: input.channelId, flowVersionId, version } }]);
  await tellChannelsChanged(tx, input.channelId);
  return { flowVersionId, version };
}
