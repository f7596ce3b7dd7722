import { sql } from '@balcao/db';

const shown = `s.id, s.conversation_id as "conversationId", c.contact_id as "contactId", c.channel_id as "channelId",
  s.created_by as "createdBy", s.content, s.media_ids as "mediaIds", s.first_at as "firstAt", s.next_at as "nextAt", s.recurrence,
  s.only_if_open as "onlyIfOpen", s.state, s.occurrences, s.created_at as "createdAt", s.updated_at as "updatedAt",
  (select json_agg(json_build_object('dueAt', r.due_at, 'state', r.state, 'reason', r.reason, 'messageIds', r.message_ids, 'at', r.at)
     order by r.due_at desc)
   from (select * from scheduled_runs where workspace_id = $1 and scheduled_id = s.id order by due_at desc limit 10) r) as runs`;

const withTalk = `cross join lateral (select contact_id, channel_id from conversations where workspace_id = $1 and id = s.conversation_id limit 1) c`;

export const insertScheduled = sql(
  'desk/insert-scheduled',
  `insert into scheduled_messages (workspace_id, id, conversation_id, created_by, created_by_key, content, media_ids, first_at, next_at,
     recurrence, only_if_open, state, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, 'waiting', $11, $11)`,
);

/** Only while it waits. */
export const updateScheduled = sql(
  'desk/update-scheduled',
  `update scheduled_messages set content = $3, media_ids = $4, first_at = $5, next_at = $6, recurrence = $7, only_if_open = $8,
     updated_at = $9
   where workspace_id = $1 and id = $2 and state = 'waiting'`,
);

export const cancelScheduled = sql(
  'desk/cancel-scheduled',
  `update scheduled_messages set state = 'cancelled', next_at = null, updated_at = $3
   where workspace_id = $1 and id = $2 and state = 'waiting'`,
);

export const getScheduled = sql(
  'desk/get-scheduled',
  `select ${shown} from scheduled_messages s ${withTalk} where s.workspace_id = $1 and s.id = $2`,
);

/** Those of a conversation, what waits first. Index: scheduled_messages_of_conversation. */
export const scheduledOfConversation = sql(
  'desk/scheduled-of-conversation',
  `select ${shown} from scheduled_messages s ${withTalk}
   where s.workspace_id = $1 and s.conversation_id = any($2::uuid[]) and ($3::text is null or s.state = $3)
   order by s.state = 'waiting' desc, s.next_at, s.id desc limit $4`,
);

/** By the ticket of its conversation, as everywhere: of these departments and teams, of none, or the member's own. */
const visible = `left join lateral (
     select id, department_id, team_id, assignee_id from tickets
     where workspace_id = $1 and conversation_id = s.conversation_id order by (status <> 'resolved') desc, id desc limit 1) t on true`;
const mine = `($2::uuid[] is null or t.id is null or t.department_id = any($2) or t.assignee_id = $3
     or (t.department_id is null and (t.team_id is null or t.team_id = any($2))))`;

/** Index: scheduled_messages_waiting. */
export const scheduledWaiting = sql(
  'desk/scheduled-waiting',
  `select ${shown} from scheduled_messages s ${withTalk} ${visible}
   where s.workspace_id = $1 and s.state = 'waiting' and ${mine}
     and ($4::timestamptz is null or (s.next_at, s.id) > ($4, $5::uuid))
   order by s.next_at, s.id limit $6`,
);

/** Index: scheduled_messages_over. */
export const scheduledOver = sql(
  'desk/scheduled-over',
  `select ${shown} from scheduled_messages s ${withTalk} ${visible}
   where s.workspace_id = $1 and s.state = $4 and s.state <> 'waiting' and ${mine} and ($5::uuid is null or s.id < $5)
   order by s.id desc limit $6`,
);

/** The row decides which job counts: only the one for the occurrence that is next. Of two workers the second finds it moved on. */
export const lockScheduled = sql(
  'desk/lock-scheduled',
  `select s.id, s.conversation_id as "conversationId", s.created_by as "createdBy", s.created_by_key as "createdByKey", s.content,
     s.media_ids as "mediaIds", s.first_at as "firstAt", s.next_at as "nextAt", s.recurrence, s.only_if_open as "onlyIfOpen",
     s.occurrences
   from scheduled_messages s
   where s.workspace_id = $1 and s.id = $2 and s.state = 'waiting' and s.next_at = $3
   for no key update`,
);

export const keepRun = sql(
  'desk/keep-scheduled-run',
  `insert into scheduled_runs (workspace_id, scheduled_id, due_at, state, reason, message_ids, at) values ($1, $2, $3, $4, $5, $6, $7)`,
);

export const moveOn = sql(
  'desk/move-scheduled-on',
  `update scheduled_messages set next_at = $3, state = $4, occurrences = occurrences + 1, updated_at = $5
   where workspace_id = $1 and id = $2`,
);

/** Index: tickets_of_open_conversation. */
export const hasOpenTicket = sql(
  'desk/has-open-ticket',
  `select 1 as found from tickets where workspace_id = $1 and conversation_id = $2 and status <> 'resolved'`,
);

/** For the sweep, over all workspaces: what should have gone, and whose job was lost. Index: scheduled_messages_due. */
export const lateScheduled = sql(
  'desk/late-scheduled',
  `select workspace_id as "workspaceId", id, next_at as "nextAt" from scheduled_messages
   where state = 'waiting' and next_at < $1 order by next_at limit 500`,
);
