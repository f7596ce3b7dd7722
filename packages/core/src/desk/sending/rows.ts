import { sql } from '@balcao/db';

/** How a person's messages are signed. Primary key. */
export const authorName = sql('desk/author-name', 'select name from members where workspace_id = $1 and id = $2');

/** A person has answered: the first time is what the customer waited for. Index: tickets_of_open_conversation. */
export const noteFirstReply = sql(
  'desk/note-first-reply',
  `update tickets set first_reply_at = $3
   where workspace_id = $1 and conversation_id = $2 and status <> 'resolved' and first_reply_at is null`,
);
