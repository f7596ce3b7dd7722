import { sql, type Tx } from '@balcao/db';
import { Fault, parsePhone } from '@balcao/kernel';
import { type ContactCard, cardColumns } from './card.ts';

export type FoundContact = ContactCard;

const AT_MOST = 50;

// Index: contact_identities_key.
const byKey = sql(
  'contacts/find-by-phone-key',
  `select ${cardColumns} from contacts c
    where c.id in (select i.contact_id from contact_identities i where i.kind = 'phone' and i.key = $1)`,
);

// Index: contact_identities_digits, inside the function (see its migration for why it is one).
const byDigits = sql(
  'contacts/find-by-phone',
  `select ${cardColumns} from contacts c
    where c.id in (select s.contact_id from search_phone_digits($1, $2) s) order by c.id desc limit $2`,
);

/** Any spelling, or a part of it of three digits and more: `(11) 98765-4321`, `8765-4321`, `+55 11 8765`. */
export async function findByPhone(tx: Tx, typed: string, limit = AT_MOST): Promise<FoundContact[]> {
  const digits = typed.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 3) throw new Fault('invalid_input', 'a part of a phone number needs three digits at least');
  const whole = parsePhone(typed)?.key;
  const exact = whole === undefined ? [] : await tx.rows<FoundContact>(byKey, [whole]);
  return exact.length > 0 ? exact : await tx.rows<FoundContact>(byDigits, [digits, limit]);
}
