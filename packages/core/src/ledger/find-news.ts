import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { uuidFloor } from '@balcao/kernel';
import { parseCursor } from './cursor.ts';

/** What is written now has an id of now; its transaction may have been open for a while, and clocks differ. Prunes the months before. */
const WRITTEN_SINCE_MS = 60 * 60_000;

// Index: ledger_feed, one probe for each workspace.
const news = sql(
  'ledger/find-news',
  `select f.n
     from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as f(workspace_id, xid, id, n)
    where exists (
      select from ledger l
       where l.workspace_id = f.workspace_id and (l.xid, l.id) > (f.xid::xid8, f.id) and l.id > $4
         and l.xid < pg_snapshot_xmin(pg_current_snapshot()))`,
);

export interface FeedPosition {
  readonly workspaceId: string;
  readonly cursor: string;
}

/** Which of these workspaces have something to read on: one statement for all, however many are followed. */
export async function findNews(ctx: DbCtx, positions: readonly FeedPosition[]): Promise<string[]> {
  if (positions.length === 0) return [];
  const cursors = positions.map(({ cursor }) => parseCursor(cursor));
  const rows = await conveyorStatement<{ n: string | number }>(ctx, news, [
    positions.map(({ workspaceId }) => workspaceId),
    cursors.map(({ xid }) => xid),
    cursors.map(({ id }) => id),
    uuidFloor(new Date(ctx.clock.now().getTime() - WRITTEN_SINCE_MS)),
  ]);
  return rows.flatMap(({ n }) => positions[Number(n) - 1]?.workspaceId ?? []);
}
