import { sql } from '@balcao/db';

const columns = `n.id, n.ticket_id as "ticketId", n.member_id as "memberId", n.body as text, n.mentions, n.created_at as "createdAt",
  n.edited_at as "editedAt", n.deleted_at as "deletedAt"`;

export const NOTES_PAGE = 200;

/** Index: notes_of_ticket. */
export const notesOfTickets = sql(
  'tickets/notes-of-tickets',
  `select ${columns} from notes n where n.workspace_id = $1 and n.ticket_id = any($2::uuid[]) and n.deleted_at is null
     and ($3::uuid is null or n.id > $3) order by n.id limit ${NOTES_PAGE + 1}`,
);

/** Of those whom the caller may see. Index: tickets_of_conversation. */
export const ticketsOfConversation = sql(
  'tickets/of-conversation',
  `select id, department_id as "departmentId", team_id as "teamId", assignee_id as "assigneeId" from tickets where workspace_id = $1 and conversation_id = $2`,
);

export const insertNote = sql(
  'tickets/add-note',
  `insert into notes as n (workspace_id, id, ticket_id, member_id, body, mentions, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
);
export const ownNote = sql(
  'tickets/own-note',
  `select ${columns} from notes n where n.workspace_id = $1 and n.id = $2 and n.member_id = $3 and n.deleted_at is null for update`,
);
export const changeNote = sql(
  'tickets/edit-note',
  `update notes n set body = $3, mentions = $4, edited_at = $5 where n.workspace_id = $1 and n.id = $2 returning ${columns}`,
);
/** Its text is gone; that there was a note stays. */
export const dropNote = sql(
  'tickets/delete-note',
  `update notes set body = null, mentions = '{}', deleted_at = $3 where workspace_id = $1 and id = $2`,
);

/** Members that see a ticket: $3 base roles that see all, $4 its department or else its team, $5 who has it, $6 whether all see everything. */
export const membersWhoSee = sql(
  'tickets/members-who-see',
  `select m.id from members m
   left join custom_roles r on r.workspace_id = m.workspace_id and r.id = m.custom_role_id
   where m.workspace_id = $1 and m.id = any($2::uuid[]) and m.state = 'active'
     and (m.role <> 'custom' or r.scopes && '{tickets:read,tickets:read-all}')
     and ($4::uuid is null or $6 or m.role = any($3::text[]) or m.id = $5::uuid or 'tickets:read-all' = any(coalesce(r.scopes, '{}'))
       or exists (select from department_members d where d.workspace_id = $1 and d.department_id = $4 and d.member_id = m.id)
       or exists (select from team_members d where d.workspace_id = $1 and d.team_id = $4 and d.member_id = m.id))`,
);
