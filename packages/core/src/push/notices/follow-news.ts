import { conveyorStatement, type DbCtx, inWorkspace, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { enqueueMany } from '@balcao/jobs';
import { findNews, type LedgerEvent, readAfter } from '../../ledger/index.ts';
import { sendPushJob } from '../jobs.ts';
import type { Wishes } from '../subscriptions/wishes.ts';
import { decideNotices, type Listener, type Occasion, occasionsIn, type TicketNow } from './decide-notices.ts';
import { feeds, listeners, moveFeed, takeFeed, ticketsNow } from './rows.ts';

const EVENTS_AT_ONCE = 200;
/** Older news is no news: after a pause nobody's telephone rings for what is long over. */
const FRESH_MS = 5 * 60_000;

/** Reads on in the ledger of every company that has somebody to notify. True when there is more. Each event counts once, whoever reads. */
export async function followNews(ctx: DbCtx): Promise<boolean> {
  const followed = await conveyorStatement<{ workspaceId: string; cursor: string }>(ctx, feeds);
  let more = false;
  for (const workspaceId of await findNews(ctx, followed)) {
    const inside = inWorkspace(ctx, workspaceId);
    if (await withWorkspace(inside, (tx) => readOn(inside, tx))) more = true;
  }
  return more;
}

async function readOn(ctx: WorkspaceCtx, tx: Tx): Promise<boolean> {
  const feed = await tx.one<{ cursor: string }>(takeFeed, [ctx.workspaceId]);
  if (feed === undefined) return false;
  const { events, cursor, more } = await readAfter(tx, feed.cursor, EVENTS_AT_ONCE);
  const since = ctx.clock.now().getTime() - FRESH_MS;
  const fresh = events.filter(({ at }) => at.getTime() > since);
  const occasions = occasionsIn(fresh, await ticketsOf(ctx, tx, fresh));
  const notices = occasions.length === 0 ? [] : decideNotices(occasions, await listenersOf(ctx, tx, occasions));
  await enqueueMany(
    tx,
    ctx,
    sendPushJob,
    // While one waits, another of the same talk to the same browser would say the same.
    notices.map((notice) => ({
      payload: notice,
      dedupeKey: `${notice.subscriptionId} ${notice.kind} ${notice.conversationId}`,
    })),
  );
  await tx.run(moveFeed, [ctx.workspaceId, cursor]);
  return more;
}

async function ticketsOf(
  ctx: WorkspaceCtx,
  tx: Tx,
  events: readonly LedgerEvent[],
): Promise<(conversationId: string) => TicketNow | undefined> {
  const ids = [...new Set(events.flatMap(({ conversationId }) => conversationId ?? []))];
  if (ids.length === 0) return () => undefined;
  const rows = await tx.rows<TicketNow & { conversationId: string }>(ticketsNow, [ctx.workspaceId, ids]);
  const byConversation = new Map(rows.map((row) => [row.conversationId, row]));
  return (id) => byConversation.get(id);
}

async function listenersOf(ctx: WorkspaceCtx, tx: Tx, occasions: readonly Occasion[]): Promise<Listener[]> {
  const members = [...new Set(occasions.flatMap(({ memberIds }) => memberIds))];
  const departments = [...new Set(occasions.flatMap(({ departmentId }) => departmentId ?? []))];
  const rows = await tx.rows<Omit<Listener, 'wishes'> & Wishes>(listeners, [
    ctx.workspaceId,
    members,
    departments,
    ctx.clock.now(),
  ]);
  return rows.map(({ subscriptionId, memberId, departments, here, ...wishes }) => ({
    subscriptionId,
    memberId,
    departments,
    here,
    wishes,
  }));
}
