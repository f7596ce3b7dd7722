import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Actor } from '@balcao/kernel';
import { hasHearers, tellRecorded } from './on-recorded.ts';

/** `thing.what_happened`, in the past tense: `message.received`, `channel.stopped`. */
export type LedgerType = `${string}.${string}`;

export interface LedgerEntry {
  readonly type: LedgerType;
  readonly conversationId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly contactId?: string | undefined;
  /** Ids, kinds, statuses, numbers. Never a message's text, a name or a phone: the ledger outlives an erasure. */
  readonly data?: Readonly<Record<string, string | number | boolean | null | readonly string[] | undefined>>;
  readonly at?: Date;
  /** When it was not `ctx.actor` who did it: a customer's message is recorded by the system. */
  readonly actor?: Actor;
}

const insert = sql(
  'ledger/record',
  `insert into ledger (workspace_id, id, at, type, actor_kind, actor_id, conversation_id, message_id, contact_id, data)
   select $1, e.id, e.at, e.type, e.actor_kind, e.actor_id, e.conversation_id, e.message_id, e.contact_id, coalesce(e.data, '{}')
     from json_to_recordset($2::json) as e(id uuid, at timestamptz, type text, actor_kind text, actor_id text,
          conversation_id uuid, message_id uuid, contact_id uuid, data jsonb)`,
);

/** One statement for all of them, in the transaction of the change itself. */
export async function record(tx: Tx, ctx: WorkspaceCtx, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const now = ctx.clock.now();
  const rows = entries.map(({ actor = ctx.actor, ...entry }) => ({
    id: ctx.ids.uuid(),
    at: entry.at ?? now,
    type: entry.type,
    actor_kind: actor.kind,
    actor_id: actor.id,
    conversation_id: entry.conversationId,
    message_id: entry.messageId,
    contact_id: entry.contactId,
    data: entry.data,
  }));
  if (hasHearers(ctx.db)) tx.after(() => tellRecorded(ctx.db, ctx.workspaceId));
  await tx.run(insert, [ctx.workspaceId, JSON.stringify(rows)]);
}
