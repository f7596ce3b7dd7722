import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type ContactCard, cardColumns } from './card.ts';
import { standing } from './merging/join-contacts.ts';

export type { ContactCard, ContactIdentity } from './card.ts';

const byId = sql('contacts/get', `select ${cardColumns} from contacts c where c.id = $1`);

/** The contact itself, or whom it was merged into. */
export async function getContact(tx: Tx, contactId: string): Promise<ContactCard> {
  const card = await tx.one<ContactCard>(byId, [await standing(tx, contactId)]);
  if (card === undefined) throw new Fault('not_found', `there is no contact "${contactId}"`);
  return card;
}
