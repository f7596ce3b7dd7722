/**
 * What a row of the inbox shows, of `tickets t`: joined one by one through primary keys, contact_identities_of_contact for the phone and
 * the partition of its id for the message. Each is lateral with a limit, so that no plan reads a table whole.
 */
export const itemColumns = `t.id as "ticketId", t.conversation_id as "conversationId", t.contact_id as "contactId",
  t.channel_id as "channelId", t.protocol, t.status, t.priority, t.subject, t.department_id as "departmentId",
  t.queue_id as "queueId", t.team_id as "teamId", t.assignee_id as "assigneeId", t.tag_ids as "tagIds",
  t.last_message_at as "lastMessageAt", t.snoozed_until as "snoozedUntil", t.opened_at as "openedAt",
  t.queued_at as "queuedAt", t.assigned_at as "assignedAt", t.resolved_at as "resolvedAt", t.opened_by as "openedBy",
  t.first_reply_at as "firstReplyAt", t.resolve_reason as "resolveReason", t.reopened,
  c.unread, c.floor, c.window_until as "windowUntil",
  m.id as "messageId", m.direction as "messageDirection", m.origin as "messageOrigin", m.kind as "messageKind",
  m.text as "messageText", m.status as "messageStatus",
  coalesce(p.name, p.profile_name) as "contactName",
  coalesce((select i.e164 from contact_identities i where i.workspace_id = $1 and i.contact_id = t.contact_id and i.kind = 'phone'
    order by i.last_seen_at desc limit 1), '+' || c.wa_id) as "contactPhone"`;

export const itemJoins = `cross join lateral (
    select unread, floor, window_until, wa_id, last_message_id from conversations
    where workspace_id = $1 and id = t.conversation_id limit 1) c
  left join lateral (
    select id, direction, origin, kind, status, case when revoked_at is null then left(body, 160) end as text from messages
    where workspace_id = $1 and id = c.last_message_id limit 1) m on true
  left join lateral (
    select name, profile_name from contacts where workspace_id = $1 and id = t.contact_id limit 1) p on true`;
