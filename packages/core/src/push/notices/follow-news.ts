import { conveyorStatement, type DbCtx, inWorkspace, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { enqueueMany } from '@balcao/jobs';
import { findNews, type LedgerEvent, readAfter } from '../../ledger/index.ts';
import { sendPushJob } from '../jobs.ts';
import { keepNotifications } from '../kept/keep-notifications.ts';
import type { Wishes } from '../subscriptions/wishes.ts';
import { decideNotices, type Listener } from './decide-notices.ts';
import { failedMessage, type Known, type Occasion, occasionsIn, type TicketNow, talksIn } from './occasions.ts';
import { authors, feeds, listeners, moveFeed, takeFeed, ticketsNow } from './rows.ts';

const EVENTS_AT_ONCE = 200;
/** Older news is no news: after a pause nobody's telephone rings for what is long over. */
const FRESH_MS = 5 * 60_000;

/** Reads on in the ledger of every company, for bells and browsers. True when there is more. Each event counts once, whoever reads. */
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
  const occasions = occasionsIn(events, await knownOf(ctx, tx, events));
  await keepNotifications(ctx, tx, occasions);
  const fresh = occasions.filter(({ at }) => at.getTime() > since);
  const notices = fresh.length === 0 ? [] : decideNotices(fresh, await listenersOf(ctx, tx, fresh));
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

async function knownOf(ctx: WorkspaceCtx, tx: Tx, events: readonly LedgerEvent[]): Promise<Known> {
  const ids = talksIn(events);
  const failed = events.flatMap((event) => failedMessage(event) ?? []);
  const [tickets, written] = await Promise.all([
    ids.length === 0 ? [] : tx.rows<TicketNow & { conversationId: string }>(ticketsNow, [ctx.workspaceId, ids]),
    failed.length === 0 ? [] : tx.rows<{ id: string; authorId: string }>(authors, [ctx.workspaceId, failed]),
  ]);
  const byConversation = new Map(tickets.map((row) => [row.conversationId, row]));
  const byMessage = new Map(written.map(({ id, authorId }) => [id, authorId]));
  return { ticketOf: (id) => byConversation.get(id), authorOf: (id) => byMessage.get(id) };
}

async function listenersOf(ctx: WorkspaceCtx, tx: Tx, occasions: readonly Occasion[]): Promise<Listener[]> {
  const members = [...new Set(occasions.flatMap(({ memberIds }) => memberIds))];
  const places = [...new Set(occasions.flatMap(({ placeId }) => placeId ?? []))];
  const rows = await tx.rows<Omit<Listener, 'wishes'> & Wishes>(listeners, [
    ctx.workspaceId,
    members,
    places,
    ctx.clock.now(),
  ]);
  return rows.map(({ subscriptionId, memberId, places: of, here, ...wishes }) => ({
    subscriptionId,
    memberId,
    places: of,
    here,
    wishes,
  }));
}
