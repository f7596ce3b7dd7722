import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { ContactCard } from '../card.ts';
import { checkValues, type FieldChanges } from '../fields/check-values.ts';
import { getContact } from '../get-contact.ts';
import { standing } from '../merging/join-contacts.ts';

export interface ContactChanges {
  /** Null: none of ours, so that what they call themselves is shown. */
  readonly name?: string | null | undefined;
  readonly fields?: FieldChanges | undefined;
}

const update = sql(
  'contacts/update',
  `update contacts set
     name = case when $2 then $3 else name end,
     fields = (fields - $4::text[]) || $5::jsonb,
     updated_at = $6
   where id = $1 and merged_into is null and (($2 and name is distinct from $3) or (fields - $4::text[]) || $5::jsonb <> fields)`,
);

/** Only what is named changes; two who change different fields at once both keep theirs. */
export async function updateContact(
  tx: Tx,
  ctx: WorkspaceCtx,
  contactId: string,
  changes: ContactChanges,
): Promise<ContactCard> {
  const id = await standing(tx, contactId);
  const { set, unset } = await checkValues(tx, changes.fields);
  const { name } = changes;
  const params = [id, name !== undefined, name ?? null, unset, JSON.stringify(set), ctx.clock.now()];
  const changed = (await tx.run(update, params)) > 0;
  const fieldIds = [...Object.keys(set), ...unset];
  if (changed)
    await record(tx, ctx, [{ type: 'contact.changed', contactId: id, data: { name: name !== undefined, fieldIds } }]);
  const card = await getContact(tx, id);
  if (card.id !== id) throw new Fault('conflict', 'the contact was merged with another meanwhile');
  return card;
}
