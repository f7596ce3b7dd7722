import { sql, type Tx } from '@balcao/db';
import { standing } from './join-contacts.ts';

// Index: contacts_merged.
const ids = sql(
  'contacts/all-ids-of',
  `with recursive mine as (
     select id from contacts where id = $1
     union all
     select c.id from mine join contacts c on c.merged_into = mine.id)
   select id from mine`,
);

/** A person by every contact they have been: what was written to a merged contact is theirs. */
export async function allIdsOf(tx: Tx, contactId: string): Promise<string[]> {
  return (await tx.rows<{ id: string }>(ids, [await standing(tx, contactId)])).map((row) => row.id);
}
