import { sql } from '@balcao/db';

export const HISTORY_PAGE = 200;

const columns = `e.id, e.ticket_id as "ticketId", e.at, e.kind, e.actor_kind as "actorKind", e.actor_id as "actorId", e.status, e.data,
  e.reason, e.subject, n.id as "noteId", n.member_id as "noteMemberId", n.body as "noteText", n.mentions as "noteMentions",
  n.created_at as "noteCreatedAt", n.edited_at as "noteEditedAt", n.deleted_at as "noteDeletedAt"`;
const itsNote = `left join lateral (
    select * from notes where workspace_id = $1 and e.data ? 'noteId' and id = (e.data->>'noteId')::uuid limit 1) n on true`;

/** Index: ticket_events_of_ticket. */
export const eventsOfTicket = sql(
  'tickets/history',
  `select ${columns} from ticket_events e ${itsNote}
   where e.workspace_id = $1 and e.ticket_id = $2 and ($3::uuid is null or e.id > $3) order by e.id limit ${HISTORY_PAGE + 1}`,
);

export const eventsById = sql(
  'tickets/events-by-id',
  `select ${columns} from unnest($2::uuid[]) with ordinality as k(id, place)
   cross join lateral (select * from ticket_events where workspace_id = $1 and id = k.id limit 1) e ${itsNote} order by k.place`,
);

/** Names of whatever has one. Primary keys. */
export const namesOf = sql(
  'tickets/names-of',
  `select id, name from members where workspace_id = $1 and id = any($2::uuid[])
   union all select id, name from departments where workspace_id = $1 and id = any($2::uuid[])
   union all select id, name from queues where workspace_id = $1 and id = any($2::uuid[])
   union all select id, name from teams where workspace_id = $1 and id = any($2::uuid[])
   union all select id, name from tags where workspace_id = $1 and id = any($2::uuid[])
   union all select id, name from api_keys where workspace_id = $1 and id = any($2::uuid[])`,
);
