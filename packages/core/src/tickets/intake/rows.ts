import { sql } from '@balcao/db';

/** The bot may speak in conversation `c`: as `botHasFloor` says it; $4 is the instant since when the phone app must have been quiet. */
const botSpeaks = `(c.floor in ('bot', 'meta_agent') or (c.floor = 'phone_app' and c.floor_since < $4))`;

/**
 * Customers wrote in these conversations, which the caller has under lock. Their ticket is touched and woken, the last one reopened
 * within the company's hours, or a new one opened. Gives back what is more than a touch.
 * Indexes: tickets_of_open_conversation, tickets_of_conversation, and primary keys of conversations, channels, members.
 */
export const takeIn = sql(
  'tickets/take-in',
  `with input as materialized (
     select * from json_to_recordset($2::json) as x("conversationId" uuid, "ticketId" uuid, "eventId" uuid)
   ), company as materialized (
     select coalesce(settings->>'timeZone', 'America/Sao_Paulo') as zone,
       case when jsonb_typeof(settings->'reopenHours') = 'number' then least(greatest((settings->>'reopenHours')::numeric, 0), 720) else 24 end as hours
     from workspaces where id = $1
   ), held as materialized (
     select i.*, t.id as held_id, t.status as was, t.assignee_id
     from input i
     left join lateral (
       select id, status, assignee_id from tickets
       where workspace_id = $1 and conversation_id = i."conversationId" and status <> 'resolved' limit 1) t on true
   ), touched as (
     update tickets t set
       last_message_at = greatest(t.last_message_at, $3),
       status = case when t.status not in ('waiting', 'snoozed') then t.status when t.assignee_id is null then 'queued' else 'open' end,
       snoozed_until = null,
       updated_at = case when t.status in ('waiting', 'snoozed') then $3 else t.updated_at end
     from held h
     where t.workspace_id = $1 and t.id = any(array(select held_id from held where held_id is not null)) and t.id = h.held_id
     returning h."conversationId", h."eventId", t.id, t.contact_id, t.status, t.assignee_id, h.was
   ), past as materialized (
     select h.*, c.contact_id, c.channel_id,
       case when ${botSpeaks} and (c.floor = 'meta_agent' or ch.bot_mode = 'assistant' or (ch.bot_mode = 'flow' and ch.flow_version_id is not null)) then 'triage' else 'queued' end as begins,
       l.id as past_id, l.resolved_at > $3 - (select hours from company) * interval '1 hour' as recent,
       l.queued_at is not null or l.assignee_id is not null as had_people,
       m.id as keeper_id
     from held h
     cross join lateral (select * from conversations where workspace_id = $1 and id = h."conversationId" limit 1) c
     cross join lateral (select flow_version_id, bot_mode from channels where workspace_id = $1 and id = c.channel_id limit 1) ch
     left join lateral (
       select id, resolved_at, queued_at, assignee_id from tickets
       where workspace_id = $1 and conversation_id = h."conversationId" and resolve_reason is distinct from 'merged' order by id desc limit 1) l on true
     left join lateral (
       select id from members where workspace_id = $1 and id = l.assignee_id and state = 'active' limit 1) m on true
     where h.held_id is null
   ), reopened as (
     update tickets t set
       status = case when p.keeper_id is not null then 'open' when p.had_people then 'queued' else p.begins end,
       assignee_id = p.keeper_id,
       queued_at = case when p.keeper_id is null and (p.had_people or p.begins = 'queued') then $3 else t.queued_at end,
       resolved_at = null, resolve_reason = null, snoozed_until = null,
       reopened = t.reopened + 1, last_message_at = $3, updated_at = $3
     from past p
     where t.workspace_id = $1 and t.id = any(array(select past_id from past where recent)) and t.id = p.past_id
     returning p."conversationId", p."eventId", t.id, t.contact_id, t.status, t.assignee_id
   ), opened as (
     insert into tickets (workspace_id, id, conversation_id, contact_id, channel_id, protocol, status, opened_by, opened_at,
       queued_at, last_message_at, updated_at)
     select $1, p."ticketId", p."conversationId", p.contact_id, p.channel_id,
       next_ticket_protocol($3, (select zone from company)), p.begins, 'customer', $3,
       case when p.begins = 'queued' then $3 end, $3, $3
     from past p where p.recent is not true
     on conflict (workspace_id, conversation_id) where status <> 'resolved' do nothing
     returning conversation_id, id, contact_id, status
   ), told as (
     select "conversationId", "eventId", id, contact_id, status, assignee_id, 'woken' as kind from touched where was in ('waiting', 'snoozed')
     union all
     select "conversationId", "eventId", id, contact_id, status, assignee_id, 'reopened' from reopened
     union all
     select o.conversation_id, p."eventId", o.id, o.contact_id, o.status, null, 'opened'
     from opened o join past p on p."conversationId" = o.conversation_id
   ), kept as (
     insert into ticket_events (workspace_id, id, ticket_id, at, kind, actor_kind, actor_id, status)
     select $1, "eventId", id, $3, kind, 'customer', contact_id::text, status from told
   )
   select "conversationId", "eventId", id as "ticketId", contact_id as "contactId", status, assignee_id as "assigneeId", kind from told`,
);
