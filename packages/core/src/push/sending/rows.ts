import { sql } from '@balcao/db';

/** The browser, whose it is now, and what the notification may say. Primary keys only. */
export const toSend = sql(
  'push/to-send',
  `select s.endpoint, s.p256dh, s.auth, s.language, m.state = 'active' as serves, coalesce(w.show_text, false) as "showText",
          coalesce(k.name, k.profile_name) as "contactName",
          case when coalesce(w.show_text, false) and g.revoked_at is null then left(g.body, 180) end as text
     from push_subscriptions s
     join members m on m.workspace_id = $1 and m.id = s.member_id
     left join push_wishes w on w.workspace_id = $1 and w.member_id = s.member_id
     left join conversations c on c.workspace_id = $1 and c.id = $3
     left join contacts k on k.workspace_id = $1 and k.id = c.contact_id
     left join messages g on g.workspace_id = $1 and g.id = $4 and g.conversation_id = $3
    where s.workspace_id = $1 and s.id = $2`,
);
export const sentNow = sql(
  'push/sent-now',
  'update push_subscriptions set last_sent_at = $3 where workspace_id = $1 and id = $2',
);
