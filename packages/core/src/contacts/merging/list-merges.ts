import { sql, type Tx } from '@balcao/db';

export interface ListedMerge {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly reason: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
}

// Indexes: contact_merges_from, contact_merges_into.
const list = sql(
  'contacts/list-merges',
  `select id, from_id as "from", into_id as "into", reason, at, undone_at as "undoneAt" from contact_merges
    where from_id = any ($1) or into_id = any ($1) order by id desc limit 200`,
);

/** What was joined to make this person, and what was parted again; newest first. */
export async function listMerges(tx: Tx, contactIds: readonly string[]): Promise<ListedMerge[]> {
  return await tx.rows<ListedMerge>(list, [contactIds]);
}
