import { type Statement, sql } from '@balcao/db';
import { itemColumns, itemJoins } from './item-columns.ts';

export const PAGE = 50;

/**
 * The filters of a page, all as parameters: $2 statuses, $3 places that may be seen and $4 whoever looks, $5 departments,
 * $6 channels, $7 tags, $8 priorities, $9 nobody's only, $10 unread only, $11/$12 where the page before ended (time, id), $13 a tag that must
 * be there besides. A bare `is null` would tempt the planner to read all that nobody has and sort them.
 */
const wanted = `t.status = any($2::text[])
    and ($5::uuid[] is null or t.department_id = any($5)) and ($6::uuid[] is null or t.channel_id = any($6))
    and ($7::uuid[] is null or t.tag_ids && $7) and ($13::uuid is null or $13 = any(t.tag_ids)) and ($8::smallint[] is null or t.priority = any($8))
    and (not $9::boolean or coalesce(t.assignee_id is null, false))
    and (not $10::boolean or exists (select from conversations c where c.workspace_id = $1 and c.id = t.conversation_id and c.unread > 0))`;
/** Those of one's places ($3: departments and teams; null: all), of none, and one's own. A team counts where there is no department. */
const seen = `($3::uuid[] is null or t.department_id = any($3) or t.assignee_id = $4::uuid
    or (t.department_id is null and (t.team_id is null or t.team_id = any($3))))`;

/** One more than a page: is there another? */
const upTo = PAGE + 1;

const cursor = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The page is found first, by an index in its own order that stops at 51; then each of its rows is filled. */
const pageOf = (name: string, page: string): Statement =>
  sql(
    name,
    `with page as materialized (${page})
     select ${itemColumns}, ${cursor('k.at')} as cursor
     from page k
     cross join lateral (select * from tickets where workspace_id = $1 and id = k.id limit 1) t
     ${itemJoins}
     order by k.at desc, k.id desc`,
  );

const walk = (at: 'last_message_at' | 'resolved_at', also: string): string =>
  `select t.id, t.${at} as at from tickets t
   where t.workspace_id = $1 and ${at === 'resolved_at' ? "t.status = 'resolved'" : "t.status <> 'resolved'"} and ${also} and ${wanted}
     and (t.${at}, t.id) < ($11::timestamptz, $12::uuid)
   order by t.${at} desc, t.id desc limit ${upTo}`;

const ofMember = `t.assignee_id = $14::uuid and ${seen}`;

/** Index: tickets_inbox. What is not resolved is bounded by what people can have open: filters are looked at on the way. */
export const livePage = pageOf('tickets/inbox-live', walk('last_message_at', seen));
/** Index: tickets_mine. */
export const livePageOf = pageOf('tickets/inbox-live-of', walk('last_message_at', ofMember));
/** Index: tickets_resolved. */
export const resolvedPage = pageOf('tickets/inbox-resolved', walk('resolved_at', seen));
/** Index: tickets_resolved_of_assignee. */
export const resolvedPageOf = pageOf('tickets/inbox-resolved-of', walk('resolved_at', ofMember));
/** For who sees some departments: 51 of each, of none and their own. Indexes: tickets_resolved_of_department, tickets_resolved_of_assignee. */
export const resolvedPageSeen = pageOf(
  'tickets/inbox-resolved-seen',
  `select id, at from (
     select w.* from unnest($3::uuid[]) d(id) cross join lateral (${walk('resolved_at', 't.department_id = d.id')}) w
     union (${walk('resolved_at', 't.department_id is null and (t.team_id is null or t.team_id = any($3))')})
     union (${walk('resolved_at', 't.assignee_id = $4::uuid')})
   ) seen order by at desc, id desc limit ${upTo}`,
);

const found = (groups: string, unread: string, at: string, id: string): string =>
  `select f.ticket_id as id, f.resolved as at from find_resolved_tickets(${groups}::jsonb, ${unread}::boolean, ${at}::timestamptz, ${id}::uuid, ${upTo}) f`;

/** What may be rare, of $1 the workspace, $2 as sets of facets. Indexes: tickets_resolved, tickets_resolved_facets, conversations_unread. */
export const resolvedPageFound = pageOf('tickets/inbox-resolved-found', found('$2', '$3', '$4', '$5'));

const withResolved = (name: string, also: string, groups: string): Statement =>
  pageOf(
    name,
    `select id, at from (
       (${walk('last_message_at', also)}) union all (${found(groups, '$10', '$11', '$12')})
     ) both_kinds order by at desc, id desc limit ${upTo}`,
  );

/** Resolved ones among others: each where it last moved. Indexes: tickets_inbox or tickets_mine, and those of what is resolved. */
export const mixedPage = withResolved('tickets/inbox-mixed', seen, '$14');
export const mixedPageOf = withResolved('tickets/inbox-mixed-of', ofMember, '$15');

/** Indexes: tickets_pkey. */
export const itemsById = sql(
  'tickets/items-by-id',
  `select ${itemColumns} from unnest($2::uuid[]) with ordinality as k(id, n)
   cross join lateral (select * from tickets where workspace_id = $1 and id = k.id limit 1) t ${itemJoins} order by k.n`,
);

/** The ticket of each conversation that is not resolved, or else the newest. Index: tickets_of_conversation. */
export const itemsOfConversations = sql(
  'tickets/items-of-conversations',
  `select ${itemColumns} from unnest($2::uuid[]) with ordinality as k(id, n)
   cross join lateral (
     select * from tickets where workspace_id = $1 and conversation_id = k.id order by (status <> 'resolved') desc, id desc limit 1) t
   ${itemJoins} order by k.n`,
);

/** Index: tickets_workspace_id_protocol_key. */
export const itemByProtocol = sql(
  'tickets/item-by-protocol',
  `select ${itemColumns} from (select * from tickets where workspace_id = $1 and protocol = $2 limit 1) t ${itemJoins}`,
);

/** Index: tickets_of_contact. */
export const itemsOfContact = sql(
  'tickets/items-of-contact',
  `select ${itemColumns} from (
     select * from tickets t where workspace_id = $1 and contact_id = any($2::uuid[]) and ${seen}
       and ($5::uuid is null or id < $5) order by id desc limit ${upTo}) t
   ${itemJoins} order by t.id desc`,
);

/** More than this nobody counts. */
export const COUNTED = 1000;

/** What is not resolved, of the newest only: beyond them every count is «more than 999» anyway. Index: tickets_inbox. */
export const countLive = sql(
  'tickets/count-live',
  `select department_id as "departmentId", team_id as "teamId", status, assignee_id as "assigneeId", count(*)::int as n
   from (
     select department_id, team_id, status, assignee_id from tickets
     where workspace_id = $1 and status <> 'resolved' order by last_message_at desc, id desc limit 20000) t
   group by 1, 2, 3, 4`,
);

/** Index: tickets_mine. */
export const countMine = sql(
  'tickets/count-mine',
  `select count(*)::int as mine, count(*) filter (where c.unread > 0)::int as unread
   from (
     select conversation_id from tickets where workspace_id = $1 and assignee_id = $2 and status in ('open', 'waiting')
     order by last_message_at desc, id desc limit ${COUNTED}) t
   cross join lateral (select unread from conversations where workspace_id = $1 and id = t.conversation_id limit 1) c`,
);
