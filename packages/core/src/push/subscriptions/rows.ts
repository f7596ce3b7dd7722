import { sql } from '@balcao/db';

/** Whoever subscribes last with a browser owns it. Index: push_subscriptions_workspace_id_endpoint_hash_key. */
export const keepSubscription = sql(
  'push/keep-subscription',
  `insert into push_subscriptions (workspace_id, id, member_id, endpoint, endpoint_hash, p256dh, auth, language, created_at, session_id)
   values ($1, $2, $3, $4, sha256(convert_to($4, 'UTF8')), $5, $6, $7, $8, $9)
   on conflict (workspace_id, endpoint_hash) do update set member_id = excluded.member_id, p256dh = excluded.p256dh,
     auth = excluded.auth, language = excluded.language, session_id = excluded.session_id
   returning id`,
);

/** The newest browsers of a member stay; a telephone that was thrown away is among the oldest. Index: push_subscriptions_of_member. */
export const dropOldest = sql(
  'push/drop-oldest-subscriptions',
  `delete from push_subscriptions where workspace_id = $1 and id = any(array(
     select id from push_subscriptions where workspace_id = $1 and member_id = $2 order by id desc offset $3))`,
);

export const dropByEndpoint = sql(
  'push/drop-subscription-by-endpoint',
  `delete from push_subscriptions
   where workspace_id = $1 and endpoint_hash = sha256(convert_to($2, 'UTF8')) and member_id = $3`,
);
export const dropById = sql(
  'push/drop-subscription',
  'delete from push_subscriptions where workspace_id = $1 and id = $2',
);

export const findWishes = sql(
  'push/find-wishes',
  `select coalesce(w.mentions, true) as mentions, coalesce(w.assigned, true) as assigned, coalesce(w.messages, true) as messages,
          coalesce(w.queue, true) as queue, coalesce(w.show_text, false) as "showText",
          (select count(*)::int from push_subscriptions s where s.workspace_id = $1 and s.member_id = $2) as browsers
     from members m left join push_wishes w on w.workspace_id = m.workspace_id and w.member_id = m.id
    where m.workspace_id = $1 and m.id = $2`,
);
export const keepWishes = sql(
  'push/keep-wishes',
  `insert into push_wishes (workspace_id, member_id, mentions, assigned, messages, queue, show_text)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (workspace_id, member_id) do update set mentions = excluded.mentions, assigned = excluded.assigned,
     messages = excluded.messages, queue = excluded.queue, show_text = excluded.show_text`,
);
