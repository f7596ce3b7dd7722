import { sql } from '@balcao/db';

/** Reads the conversations of many contacts on one channel. Index: conversations_workspace_id_channel_id_contact_id_key. */
export const findConversations = sql(
  'conversations/find',
  `select c.id, k.contact_id as "contactId", c.wa_id as "waId", c.bsuid, c.merged_into as "mergedInto"
   from unnest($3::uuid[]) as k(contact_id)
   cross join lateral (
     select * from conversations c where c.workspace_id = $1 and c.channel_id = $2 and c.contact_id = k.contact_id limit 1
   ) c`,
);

/**
 * Only for contacts that stand for themselves. The lock waits for a merge under way and keeps the next one out until we have committed:
 * a merge must find every conversation, or it must be seen here.
 */
export const createConversations = sql(
  'conversations/create',
  `insert into conversations (workspace_id, id, channel_id, contact_id, wa_id, bsuid, created_at)
   select $1, n.id, $2, n.contact_id, n.wa_id, n.bsuid, $3
   from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) as n(id, contact_id, wa_id, bsuid)
   join (
     select id from contacts where workspace_id = $1 and id = any($5::uuid[]) and merged_into is null order by id for key share
   ) c on c.id = n.contact_id
   on conflict (workspace_id, channel_id, contact_id) do nothing`,
);

/** Where to answer follows what the customer's last message carried. */
export const moveAddresses = sql(
  'conversations/move-addresses',
  `update conversations c
   set wa_id = coalesce(n.wa_id, c.wa_id), bsuid = coalesce(n.bsuid, c.bsuid)
   from unnest($2::uuid[], $3::text[], $4::text[]) as n(id, wa_id, bsuid)
   where c.workspace_id = $1 and c.id = any($2::uuid[]) and c.id = n.id`,
);

/** The phone app or Meta's agent took the word: the bot is silent from here. */
export const takeFloor = sql(
  'conversations/take-floor',
  `update conversations set floor = $3, floor_since = $4
   where workspace_id = $1 and id = any($2::uuid[])
     and (floor <> $3 or (floor = 'phone_app' and floor_since < $4))
   returning id`,
);

export const closeWindow = sql(
  'conversations/close-window',
  `update conversations set window_until = $3
   where workspace_id = $1 and id = $2 and (window_until is null or window_until > $3)
     and (last_inbound_at is null or last_inbound_at <= uuid_time($4))`,
);

/** After two contacts became one: their conversations on the same channel become one too, the older answers for both. */
export const pairsToJoin = sql(
  'conversations/pairs-to-join',
  `select gone.id as "fromId", kept.id as "intoId", gone.channel_id as "channelId"
   from conversations gone
   left join conversations kept
     on kept.workspace_id = gone.workspace_id and kept.channel_id = gone.channel_id and kept.contact_id = $3
   where gone.workspace_id = $1 and gone.contact_id = $2 and gone.merged_into is null
   order by gone.id
   for update of gone`,
);

/** What was unread, and the newest message, are shown where the talk goes on. Not the window: it belongs to the number that wrote. */
export const pointAt = sql(
  'conversations/point-at',
  `with gone as (
     update conversations set merged_into = $3 where workspace_id = $1 and id = $2
     returning unread, last_message_id, last_message_at
   )
   update conversations k set unread = k.unread + g.unread,
     last_message_id = case when g.last_message_at > coalesce(k.last_message_at, '-infinity') then g.last_message_id else k.last_message_id end,
     last_message_at = greatest(k.last_message_at, g.last_message_at)
   from gone g where k.workspace_id = $1 and k.id = $3`,
);

export const giveToContact = sql(
  'conversations/give-to-contact',
  `update conversations set contact_id = $3 where workspace_id = $1 and id = $2`,
);

export const takeBack = sql(
  'conversations/take-back',
  `update conversations set merged_into = null, contact_id = $3
   where workspace_id = $1 and id = any($2::uuid[])`,
);

/** A page of the newest first, as far as $5 (departments and teams; null: all) and $6 (a member) see. Indexes: conversations_recent, tickets_of_conversation. */
export const listConversations = sql(
  'conversations/list',
  `select id, channel_id as "channelId", contact_id as "contactId", wa_id as "waId", bsuid, floor, unread,
     last_inbound_at as "lastInboundAt", window_until as "windowUntil", created_at as "createdAt"
   from conversations c
   where workspace_id = $1 and merged_into is null
     and ($2::timestamptz is null or (last_inbound_at, id) < ($2, $3::uuid))
     and ($5::uuid[] is null or coalesce((
       select coalesce(t.department_id = any($5), false) or coalesce(t.assignee_id = $6::uuid, false)
         or (t.department_id is null and (t.team_id is null or t.team_id = any($5))) from tickets t
       where t.workspace_id = $1 and t.conversation_id = c.id order by (t.status <> 'resolved') desc, t.id desc limit 1), true))
   order by last_inbound_at desc nulls last, id desc
   limit $4`,
);
