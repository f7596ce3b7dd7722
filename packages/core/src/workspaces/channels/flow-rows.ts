import { sql } from '@balcao/db';
import { Fault } from '@balcao/kernel';

// The row lock is what numbers versions one after the other. What it guards is read after it, by a statement of its own:
// the statement that waited for a lock still sees the other tables as they were before it waited.
export const lock = sql('workspaces/lock-channel-for-flow', 'select id from channels where id = $1 for update');
export const read = sql(
  'workspaces/read-flow-of-channel',
  `select c.flow_version_id as "current", f.checksum, f.version,
          (select coalesce(max(v.version), 0)::int from flow_versions v where v.workspace_id = c.workspace_id and v.channel_id = c.id) as "last"
     from channels c left join flow_versions f on f.workspace_id = c.workspace_id and f.id = c.flow_version_id
    where c.id = $1`,
);
export const insert = sql(
  'workspaces/add-flow-version',
  `insert into flow_versions (workspace_id, id, channel_id, version, source, parsed, checksum, created_at, author_kind, author_id, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
export const point = sql(
  'workspaces/point-channel-at-flow',
  `update channels set flow_version_id = $2, join_ms = coalesce($3, join_ms), updated_at = $4 where id = $1`,
);

export const older = sql(
  'workspaces/read-older-flow',
  'select id from flow_versions where workspace_id = $1 and channel_id = $2 and version = $3',
);

export interface Standing {
  current: string | null;
  checksum: string | null;
  version: number | null;
  last: number;
}

/** Two who change the same flow: the second one is told, and nothing of the first one's is lost. */
export function checkBegunFrom(version: number | null, begunFrom: number | null | undefined): void {
  if (begunFrom !== undefined && version !== begunFrom)
    throw new Fault('conflict', 'another version of this flow came into force meanwhile', { version });
}
