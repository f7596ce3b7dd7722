import { sql } from '@balcao/db';

/** What the variables of a text stand for in a conversation. Primary keys, tickets_of_conversation. */
export const variableFacts = sql(
  'desk/variable-facts',
  `select coalesce(ct.name, ct.profile_name) as "contactName", c.wa_id as "waId", t.protocol,
     (select name from members where workspace_id = $1 and id = $3) as "memberName"
   from (select * from conversations where workspace_id = $1 and id = $2) c
   left join lateral (select name, profile_name from contacts where workspace_id = $1 and id = c.contact_id limit 1) ct on true
   left join lateral (
     select protocol from tickets where workspace_id = $1 and conversation_id = c.id order by id desc limit 1) t on true`,
);

/** Of these departments, those that are there and in use. Primary key. */
export const knownDepartments = sql(
  'desk/known-departments',
  'select id from departments where workspace_id = $1 and id = any($2::uuid[]) and archived_at is null',
);
