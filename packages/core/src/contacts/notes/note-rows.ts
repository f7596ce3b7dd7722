import { sql } from '@balcao/db';

export interface ContactNote {
  readonly id: string;
  readonly contactId: string;
  readonly text: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
}

const columns = `id, contact_id as "contactId", body as text, actor_kind as "actorKind", actor_id as "actorId", created_at as "createdAt",
  edited_at as "editedAt"`;

// Index: contact_notes_of_contact.
export const listOfContact = sql(
  'contacts/list-notes',
  `select ${columns} from contact_notes where contact_id = any ($1::uuid[]) and ($2::uuid is null or id < $2) order by id desc limit $3`,
);
export const addOne = sql(
  'contacts/add-note',
  `insert into contact_notes (workspace_id, id, contact_id, body, actor_kind, actor_id, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
);
export const editOwn = sql(
  'contacts/edit-note',
  `update contact_notes set body = $2, edited_at = $3 where id = $1 and actor_kind = $4 and actor_id is not distinct from $5 returning ${columns}`,
);
export const deleteOwn = sql(
  'contacts/delete-note',
  `delete from contact_notes where id = $1 and actor_kind = $2 and actor_id is not distinct from $3 returning ${columns}`,
);
export const isThere = sql('contacts/is-note-there', 'select 1 from contact_notes where id = $1');
