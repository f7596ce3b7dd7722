import { sql, type Tx } from '@balcao/db';
import { cursorOf, parseCursor } from './cursor.ts';
import type { LedgerEvent } from './read-after.ts';

// Index: ledger_feed, walked backwards.
const back = sql(
  'ledger/read-back',
  `select xid::text as xid, id, at, type, actor_kind as "actorKind", actor_id as "actorId", conversation_id as "conversationId",
          message_id as "messageId", contact_id as "contactId", data
     from ledger
    where (xid, id) > ($1::text::xid8, $2::uuid) and (xid, id) <= ($3::text::xid8, $4::uuid)
    order by ledger.xid desc, ledger.id desc
    limit $5`,
);

/** The last events after `after` up to `upTo`, which was read already; oldest first. `whole` is false when there are more than `limit`. */
export async function readBack(
  tx: Tx,
  after: string,
  upTo: string,
  limit: number,
): Promise<{ events: LedgerEvent[]; whole: boolean }> {
  const [from, to] = [parseCursor(after), parseCursor(upTo)];
  const params = [from.xid, from.id, to.xid, to.id, limit + 1];
  const rows = await tx.rows<Omit<LedgerEvent, 'cursor'> & { xid: string }>(back, params);
  const events = rows.slice(0, limit).map(({ xid, ...event }) => ({ cursor: cursorOf(xid, event.id), ...event }));
  return { events: events.reverse(), whole: rows.length <= limit };
}
