import { sql } from '@balcao/db';

/** Where each company's reading stands; one that is new begins at its beginning. */
export const feeds = sql(
  'push/feeds',
  `with begun as (
     insert into push_feeds (workspace_id) select w.id from workspaces w
      where not exists (select from push_feeds f where f.workspace_id = w.id) on conflict do nothing
      returning workspace_id, cursor)
   select workspace_id as "workspaceId", cursor from push_feeds union all select workspace_id, cursor from begun`,
);

/** One reader at a time; another one finds it taken and goes on. */
export const takeFeed = sql(
  'push/take-feed',
  'select cursor from push_feeds where workspace_id = $1 for update skip locked',
);
export const moveFeed = sql('push/move-feed', 'update push_feeds set cursor = $2 where workspace_id = $1');

/** Indexes: tickets_of_conversation, contacts_pkey. */
export const ticketsNow = sql(
  'push/tickets-now',
  `select c.id as "conversationId", t.id as "ticketId", t.department_id as "departmentId", t.team_id as "teamId", t.assignee_id as "assigneeId",
          exists (select from contacts k where k.workspace_id = $1 and k.id = t.contact_id and k.blocked_at is not null) as blocked
     from unnest($2::uuid[]) as c(id)
     cross join lateral (
       select id, contact_id, department_id, team_id, assignee_id from tickets
        where workspace_id = $1 and conversation_id = c.id
        order by (status <> 'resolved') desc, id desc limit 1) t`,
);

/** Which of them a person wrote. messages_pkey, in the month of each. */
export const authors = sql(
  'push/authors',
  `select m.id, m.author_id as "authorId" from unnest($2::uuid[]) as k(id)
   cross join lateral (select id, author_id, origin from messages where workspace_id = $1 and id = k.id limit 1) m
   where m.origin = 'person' and num_nonnulls(m.author_id) = 1`,
);

/**
 * Indexes: push_subscriptions_of_member, department_members_pkey, department_members_of_member, team_members_pkey,
 * team_members_of_member, member_presences_pkey.
 */
export const listeners = sql(
  'push/listeners',
  `with meant as (
     select id from unnest($2::uuid[]) as m(id)
     union select d.member_id from department_members d where d.workspace_id = $1 and d.department_id = any($3::uuid[])
     union select t.member_id from team_members t where t.workspace_id = $1 and t.team_id = any($3::uuid[])
   )
   select s.id as "subscriptionId", s.member_id as "memberId",
          array(select d.department_id from department_members d where d.workspace_id = $1 and d.member_id = s.member_id
                union all select t.team_id from team_members t where t.workspace_id = $1 and t.member_id = s.member_id) as places,
          exists (select from member_presences p where p.workspace_id = $1 and p.member_id = s.member_id
                   and p.state = 'online' and p.expires_at > $4) as here,
          coalesce(w.mentions, true) as mentions, coalesce(w.assigned, true) as assigned,
          coalesce(w.messages, true) as messages, coalesce(w.queue, true) as queue, coalesce(w.show_text, false) as "showText"
     from meant
     join push_subscriptions s on s.workspace_id = $1 and s.member_id = meant.id
     join members m on m.workspace_id = $1 and m.id = meant.id and m.state = 'active'
     left join push_wishes w on w.workspace_id = $1 and w.member_id = meant.id`,
);
