import { sql } from '@balcao/db';

/**
 * Whom each occasion means: those named, or in the department or team. Who did it knows already; who serves here no more is told
 * nothing. Indexes: department_members_pkey, team_members_pkey, members_pkey.
 */
export const whomItMeans = sql(
  'push/whom-it-means',
  `select x.n, m.id as "memberId"
     from json_to_recordset($2::json) as x(n int, by text, "memberIds" uuid[], "placeId" uuid)
     cross join lateral (
       select unnest(x."memberIds") as id
       union select d.member_id from department_members d where d.workspace_id = $1 and d.department_id = x."placeId"
       union select t.member_id from team_members t where t.workspace_id = $1 and t.team_id = x."placeId") meant
     join members m on m.workspace_id = $1 and m.id = meant.id and m.state = 'active' and m.id::text is distinct from x.by
    order by x.n, m.id`,
);

/** What waits already of the same kind about the same talk gives way to the newer. Index: notifications_waiting. */
export const keepAll = sql(
  'push/keep-notifications',
  `insert into notifications (workspace_id, id, member_id, kind, conversation_id, ticket_id, message_id, by_member_id, at)
   select $1, x.id, x."memberId", x.kind, x."conversationId", x."ticketId", x."messageId",
          (select m.id from members m where m.workspace_id = $1 and m.id::text = x.by), x.at
     from json_to_recordset($2::json) as x(id uuid, "memberId" uuid, kind text, "conversationId" uuid, "ticketId" uuid, "messageId" uuid,
          by text, at timestamptz)
   on conflict (workspace_id, member_id, kind, conversation_id) where read_at is null
   do update set id = excluded.id, ticket_id = excluded.ticket_id, message_id = excluded.message_id,
     by_member_id = excluded.by_member_id, at = excluded.at`,
);

/** Nobody scrolls further back. Index: notifications_of_member. */
export const MOST_KEPT = 200;
export const forgetOldest = sql(
  'push/forget-oldest-notifications',
  `delete from notifications where workspace_id = $1 and id = any(array(
     select o.id from unnest($2::uuid[]) as k(member_id)
     cross join lateral (
       select id from notifications where workspace_id = $1 and member_id = k.member_id order by id desc offset ${MOST_KEPT}) o))`,
);

/** What one may no longer see is not told any more. Indexes: notifications_of_member, tickets_pkey, tickets_of_conversation. */
const visible = `n.workspace_id = $1 and n.member_id = $2 and may_see_conversation($1, n.conversation_id, $3::uuid[], $2)`;

export const listKept = sql(
  'push/list-notifications',
  `select n.id, n.kind, n.at, n.read_at as "readAt", n.conversation_id as "conversationId", n.ticket_id as "ticketId",
          n.message_id as "messageId", t.protocol, b.name as "byName", coalesce(k.name, k.profile_name, k.username, p.e164) as "contactName"
     from notifications n
     left join lateral (select protocol from tickets where workspace_id = $1 and id = n.ticket_id limit 1) t on true
     left join lateral (select name from members where workspace_id = $1 and id = n.by_member_id limit 1) b on true
     left join lateral (select contact_id from conversations where workspace_id = $1 and id = n.conversation_id limit 1) c on true
     left join lateral (select id, name, profile_name, username from contacts where workspace_id = $1 and id = c.contact_id limit 1) k on true
     left join lateral (
       select e164 from contact_identities i where i.workspace_id = $1 and i.contact_id = k.id and i.kind = 'phone'
        order by i.last_seen_at desc limit 1) p on true
    where ${visible} and ($4::uuid is null or n.id < $4)
    order by n.id desc limit $5`,
);

/** Index: notifications_waiting. */
export const countUnread = sql(
  'push/count-notifications',
  `select count(*)::int as n from notifications n where ${visible} and n.read_at is null`,
);

/** Those named, those of a ticket, or all ($3 and $4 null). */
export const markRead = sql(
  'push/read-notifications',
  `update notifications set read_at = $5 where workspace_id = $1 and member_id = $2 and read_at is null
     and ($3::uuid[] is null or id = any($3)) and ($4::uuid is null or ticket_id = $4)`,
);
