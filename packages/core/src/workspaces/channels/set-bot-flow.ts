import { createHash } from 'node:crypto';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

export interface SetBotFlowInput {
  readonly channelId: string;
  /** The file as it was written. */
  readonly source: string;
  /** What the orchestrator's parser made of it: this room keeps it, and does not judge it. */
  readonly parsed: unknown;
  readonly joinMs?: number | undefined;
}

// The row lock is what numbers versions one after the other. What it guards is read after it, by a statement of its own:
// the statement that waited for a lock still sees the other tables as they were before it waited.
const lock = sql('workspaces/lock-channel-for-flow', 'select id from channels where id = $1 for update');
const read = sql(
  'workspaces/read-flow-of-channel',
  `select c.flow_version_id as "current", f.checksum, f.version,
          (select coalesce(max(v.version), 0)::int from flow_versions v where v.workspace_id = c.workspace_id and v.channel_id = c.id) as "last"
     from channels c left join flow_versions f on f.workspace_id = c.workspace_id and f.id = c.flow_version_id
    where c.id = $1`,
);
const insert = sql(
  'workspaces/add-flow-version',
  `insert into flow_versions (workspace_id, id, channel_id, version, source, parsed, checksum, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const point = sql(
  'workspaces/point-channel-at-flow',
  `update channels set flow_version_id = $2, join_ms = coalesce($3, join_ms), updated_at = $4 where id = $1`,
);

interface Standing {
  current: string | null;
  checksum: string | null;
  version: number | null;
  last: number;
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
    ]);
  }
  await tx.run(point, [input.channelId, flowVersionId, input.joinMs ?? null, now]);
  await record(tx, ctx, [{ type: 'channel.flow_set', data: { channelId: input.channelId, flowVersionId, version } }]);
  await tellChannelsChanged(tx, input.channelId);
  return { flowVersionId, version };
}
