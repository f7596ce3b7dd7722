import { sql } from '@balcao/db';

// Primary keys.
export const conversationsOf = sql(
  'tickets/conversations-of',
  'select distinct conversation_id as id from tickets where workspace_id = $1 and id = any($2::uuid[]) order by 1',
);

/** Read after the conversations are locked. Indexes: primary keys, tickets_of_open_conversation. */
export const loadTickets = sql(
  'tickets/load-to-act',
  `select t.id, t.conversation_id as "conversationId", t.contact_id as "contactId", t.status, t.priority, t.subject,
     t.department_id as "departmentId", t.queue_id as "queueId", t.team_id as "teamId", t.assignee_id as "assigneeId",
     t.tag_ids as "tagIds", t.queued_at as "queuedAt", t.assigned_at as "assignedAt", t.snoozed_until as "snoozedUntil",
     t.resolved_at as "resolvedAt", t.resolve_reason as "resolveReason", t.reopened,
     m.name as "assigneeName", coalesce(m.state = 'active' and m.role <> 'auditor', false) as "assigneeServes", c.floor,
     ch.bot_mode = 'assistant' or (ch.bot_mode = 'flow' and ch.flow_version_id is not null) as "hasBot",
     exists (select from tickets o where o.workspace_id = $1 and o.conversation_id = t.conversation_id and o.status <> 'resolved' and o.id <> t.id) as "hasOther"
   from unnest($2::uuid[]) as k(id)
   cross join lateral (select * from tickets where workspace_id = $1 and id = k.id limit 1) t
   cross join lateral (select floor from conversations where workspace_id = $1 and id = t.conversation_id limit 1) c
   cross join lateral (select flow_version_id, bot_mode from channels where workspace_id = $1 and id = t.channel_id limit 1) ch
   left join lateral (select name, state, role from members where workspace_id = $1 and id = t.assignee_id limit 1) m on true`,
);

/** Only from the status it was found in. */
export const changeTickets = sql(
  'tickets/change',
  `with input as materialized (
     select * from json_to_recordset($2::json) as x(
       id uuid, was text, status text, priority smallint, subject text, "departmentId" uuid, "queueId" uuid, "teamId" uuid,
       "assigneeId" uuid, "tagIds" jsonb, "queuedAt" timestamptz, "assignedAt" timestamptz, "snoozedUntil" timestamptz,
       "resolvedAt" timestamptz, "resolveReason" text, reopened int)
   )
   update tickets t set status = x.status, priority = x.priority, subject = x.subject, department_id = x."departmentId",
     queue_id = x."queueId", team_id = x."teamId", assignee_id = x."assigneeId",
     tag_ids = array(select jsonb_array_elements_text(x."tagIds")::uuid),
     queued_at = x."queuedAt", assigned_at = x."assignedAt", snoozed_until = x."snoozedUntil", resolved_at = x."resolvedAt",
     resolve_reason = x."resolveReason", reopened = x.reopened, updated_at = $3
   from input x
   where t.workspace_id = $1 and t.id = any(array(select id from input)) and t.id = x.id and t.status = x.was
   returning t.id`,
);
