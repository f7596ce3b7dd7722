import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { ContactCard } from '../card.ts';
import { checkValues, type FieldChanges } from '../fields/check-values.ts';
import { getContact } from '../get-contact.ts';
import { giveIdentities, ownersOf } from './identity-rows.ts';
import { checkTags } from './set-tags.ts';
import { needIdentity } from './typed-identity.ts';

export interface ContactToCreate {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly tagIds?: readonly string[] | undefined;
  readonly fields?: FieldChanges | undefined;
}

const insert = sql(
  'contacts/create',
  `insert into contacts (workspace_id, id, name, tag_ids, fields, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)`,
);

/** A new contact; or the one whose phone or e-mail that is already, as it is. */
export async function createContact(
  tx: Tx,
  ctx: WorkspaceCtx,
  given: ContactToCreate,
): Promise<{ contact: ContactCard; created: boolean }> {
  const identities = [
    ...(given.phone === undefined ? [] : [needIdentity('phone', given.phone)]),
    ...(given.email === undefined ? [] : [needIdentity('email', given.email)]),
  ];
  const keys = [identities.map((one) => one.kind), identities.map((one) => one.key)];
  const [owner] = await tx.rows<{ contactId: string }>(ownersOf, keys);
  if (owner !== undefined) return { contact: await getContact(tx, owner.contactId), created: false };
  const tagIds = await checkTags(tx, given.tagIds ?? []);
  const { set } = await checkValues(tx, given.fields);
  const [id, now] = [ctx.ids.uuid(), ctx.clock.now()];
  await tx.run(insert, [ctx.workspaceId, id, given.name ?? null, tagIds, JSON.stringify(set), now]);
  const rows = identities.map((one) => ({ id: ctx.ids.uuid(), ...one }));
  const won = await tx.rows(giveIdentities, [ctx.workspaceId, id, JSON.stringify(rows), 'added_by_person', now]);
  if (won.length < rows.length) throw new Fault('conflict', 'somebody else took this phone or e-mail a moment ago');
  await record(tx, ctx, [{ type: 'contact.created', contactId: id }]);
  return { contact: await getContact(tx, id), created: true };
}
