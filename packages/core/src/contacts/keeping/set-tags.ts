import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { standing } from '../merging/join-contacts.ts';

const known = sql('contacts/known-tags', 'select id from tags where id = any ($1::uuid[]) and archived_at is null');
const set = sql(
  'contacts/set-tags',
  'update contacts set tag_ids = $2::uuid[], updated_at = $3 where id = $1 and merged_into is null and tag_ids <> $2::uuid[]',
);
const held = sql('contacts/held-tags', 'select tag_ids as "tagIds" from contacts where id = $1');

/** Only tags of this workspace; one that is archived stays with whoever has it, and is given to nobody. */
export async function checkTags(tx: Tx, tagIds: readonly string[], kept: readonly string[] = []): Promise<string[]> {
  const wanted = [...new Set(tagIds)].sort();
  const fresh = wanted.filter((id) => !kept.includes(id));
  const found = fresh.length === 0 ? [] : await tx.rows<{ id: string }>(known, [fresh]);
  if (found.length < fresh.length) throw new Fault('not_found', 'one of these tags does not exist or is archived');
  return wanted;
}

export async function setTags(
  tx: Tx,
  ctx: WorkspaceCtx,
  contactId: string,
  tagIds: readonly string[],
): Promise<string[]> {
  const id = await standing(tx, contactId);
  const before = (await tx.one<{ tagIds: string[] }>(held, [id]))?.tagIds ?? [];
  const wanted = await checkTags(tx, tagIds, before);
  if ((await tx.run(set, [id, wanted, ctx.clock.now()])) > 0)
    await record(tx, ctx, [{ type: 'contact.tagged', contactId: id, data: { tagIds: wanted } }]);
  return wanted;
}
