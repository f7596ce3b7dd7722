import { sql } from '@balcao/db';

/** How a person's messages are signed. Primary key. */
export const authorName = sql('desk/author-name', 'select name from members where workspace_id = $1 and id = $2');
