import { sql, type Tx } from '@balcao/db';

export interface HistoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly refId: string;
  readonly channelId: string | null;
  readonly text: string | null;
  readonly actorKind: string | null;
  readonly actorId: string | null;
}

/** Whose tickets: null departments see all. */
export interface HistoryEyes {
  readonly departments: readonly string[] | null;
  readonly memberId: string | null;
}

const mine = 'any ($1::uuid[])';
const visible = `($4::uuid[] is null or t.department_id = any ($4::uuid[]) or t.assignee_id = $5::uuid
         or (t.department_id is null and (t.team_id is null or t.team_id = any ($4::uuid[]))))`;
const early = '($2::timestamptz is null or';

// Indexes: each table's own `…_of_contact`. One person has little of each, so all of it is looked at and sorted.
const read = sql(
  'contacts/history',
  `select * from (
     select c.id::text || ':created' as id, 'created' as kind, c.created_at as at, c.id as "refId", null::uuid as "channelId", null::text as text,
            null::text as "actorKind", null::text as "actorId" from contacts c where c.id = ${mine}
     union all
     select v.id || ':conversation', 'conversation', v.created_at, v.id, v.channel_id, null, null, null from conversations v where v.contact_id = ${mine}
        and may_see_conversation(v.workspace_id, v.id, $4::uuid[], $5::uuid)
     union all
     select t.id || ':ticket_opened', 'ticket_opened', t.opened_at, t.id, t.channel_id, t.protocol, null, null
       from tickets t where t.contact_id = ${mine} and ${visible}
     union all
     select t.id || ':ticket_resolved', 'ticket_resolved', t.resolved_at, t.id, t.channel_id, t.resolve_reason, null, null
       from tickets t where t.contact_id = ${mine} and t.resolved_at is not null and ${visible}
     union all
     select n.id || ':note', 'note', n.created_at, n.id, null, left(n.body, 200), n.actor_kind, n.actor_id from contact_notes n where n.contact_id = ${mine}
     union all
     select m.id || ':merged', 'merged', m.at, m.id, null, m.reason, m.actor_kind, m.actor_id
       from contact_merges m where m.from_id = ${mine} or m.into_id = ${mine}
     union all
     select m.id || ':merge_undone', 'merge_undone', m.undone_at, m.id, null, m.reason, null, null
       from contact_merges m where (m.from_id = ${mine} or m.into_id = ${mine}) and m.undone_at is not null
     union all
     select o.id || ':opt_in', 'opt_in', o.recorded_at, o.id, null, o.state || ': ' || o.source, o.actor_kind, o.actor_id
       from contact_opt_ins o where o.contact_id = ${mine}
     union all
     select d.id || ':decision', case when d.kind like 'identity%' then 'identity' else d.kind end, d.at, coalesce(d.identity_id, d.contact_id), null,
            d.reason, d.actor_kind, d.actor_id from contact_decisions d where d.contact_id = ${mine}
   ) h where ${early} (h.at, h.id) < ($2, $3)) order by h.at desc, h.id desc limit $6`,
);

/** Everything that happened with a person on all channels, newest first; `before` is the last one of the page before. */
export const readHistory = (
  tx: Tx,
  contactIds: readonly string[],
  eyes: HistoryEyes,
  page: { readonly before?: readonly [Date, string] | undefined; readonly limit: number },
): Promise<HistoryEntry[]> =>
  tx.rows<HistoryEntry>(read, [
    ...[contactIds, page.before?.[0] ?? null, page.before?.[1] ?? null],
    ...[eyes.departments, eyes.memberId, page.limit],
  ]);
