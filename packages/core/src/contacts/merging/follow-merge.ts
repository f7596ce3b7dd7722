import { sql, type Tx } from '@balcao/db';

const follow = sql('contacts/follow-merge', 'update contact_merges set followed = followed || $2::jsonb where id = $1');

/** Keeps what another room moved along with a merge, under that room's name, so that the undo can hand it back. */
export async function followMerge(tx: Tx, mergeId: string, followed: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.run(follow, [mergeId, JSON.stringify(followed)]);
}
