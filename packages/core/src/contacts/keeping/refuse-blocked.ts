import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

// Index: contacts_pkey.
const blocked = sql('contacts/is-blocked', 'select 1 from contacts where id = $1 and blocked_at is not null');

/** Nothing is sent to a blocked customer: said to whoever wants to, before anything is queued. */
export async function refuseBlocked(tx: Tx, contactId: string): Promise<void> {
  if ((await tx.one(blocked, [contactId])) !== undefined)
    throw new Fault('contact_blocked', 'this contact is blocked: unblock it first', { contactId });
}
