import { sql, type Tx } from '@balcao/db';
import { cursorOf, parseCursor } from './cursor.ts';

export interface LedgerEvent {
  readonly cursor: string;
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly contactId: string | null;
  readonly data: Record<string, unknown>;
}

export interface LedgerPage {
  readonly events: LedgerEvent[];
  /** Where to go on from; the caller's own cursor when nothing is new. */
  readonly cursor: string;
  readonly more: boolean;
}

// Index: ledger_feed. A row is shown once every transaction older than its own has ended: whatever commits later has a higher xid.
// The order names the table: a bare xid would be the text of the output, where 1000 comes before 999.
const read = sql(
  'ledger/read-after',
  `select xid::text as xid, id, at, type, actor_kind as "actorKind", actor_id as "actorId", conversation_id as "conversationId",
          message_id as "messageId", contact_id as "contactId", data
     from ledger
    where (xid, id) > ($1::text::xid8, $2::uuid)
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by ledger.xid, ledger.id
    limit $3`,
);

/** The workspace's feed in an order that never changes and never skips: reading on from `cursor` gives every row exactly once. */
export async function readAfter(tx: Tx, cursor: string | undefined, limit = 500): Promise<LedgerPage> {
  const from = parseCursor(cursor);
  const rows = await tx.rows<Omit<LedgerEvent, 'cursor'> & { xid: string }>(read, [from.xid, from.id, limit + 1]);
  const events = rows.slice(0, limit).map(({ xid, ...event }) => ({ cursor: cursorOf(xid, event.id), ...event }));
  return { events, cursor: events.at(-1)?.cursor ?? cursorOf(from.xid, from.id), more: rows.length > limit };
}
