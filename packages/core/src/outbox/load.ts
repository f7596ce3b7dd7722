import { type DbCtx, inWorkspace, withConveyor, withWorkspace } from '@balcao/db';
import type { QueuedReply } from '../messages/index.ts';
import { dueRows, loadRows } from './rows.ts';

/** At most so many of one channel at once. */
const OF_A_CHANNEL = 250;

interface Due {
  readonly workspaceId: string;
  readonly id: string;
}

export interface LoadedReplies {
  readonly workspaceId: string;
  readonly items: readonly QueuedReply[];
}

/** What is due and was queued a while ago: nobody seems to have it in memory. Over all workspaces, the channels in turn. */
export async function loadDue(ctx: DbCtx, queuedBefore: Date, limit: number): Promise<LoadedReplies[]> {
  const due = await withConveyor(ctx, (tx) =>
    tx.rows<Due>(dueRows, [ctx.clock.now(), queuedBefore, limit, OF_A_CHANNEL]),
  );
  return loadReplies(ctx, due);
}

export async function loadReplies(ctx: DbCtx, due: readonly Due[]): Promise<LoadedReplies[]> {
  const loaded: LoadedReplies[] = [];
  for (const [workspaceId, rows] of Map.groupBy(due, (row) => row.workspaceId)) {
    const ids = rows.map((row) => row.id);
    const items = await withWorkspace(inWorkspace(ctx, workspaceId), (tx) =>
      tx.rows<QueuedReply>(loadRows, [workspaceId, ids]),
    );
    loaded.push({ workspaceId, items });
  }
  return loaded;
}
