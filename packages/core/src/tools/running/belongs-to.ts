import { canonicalPhoneKey, parsePhone } from '@balcao/kernel';
import type { Customer } from './customer.ts';

/**
 * Is what the company's system tells of this customer? Only by addresses that were proven by writing from them, or that attendants
 * entered: a custom field may hold what the customer merely said.
 */
export function belongsTo(owner: unknown, customer: Customer): boolean {
  if (Array.isArray(owner)) return owner.some((one) => belongsTo(one, customer));
  if (typeof owner !== 'string' && typeof owner !== 'number') return false;
  const text = String(owner).trim();
  if (text === '') return false;
  if (customer.contactIds.includes(text)) return true;
  const email = text.toLowerCase();
  return customer.identities.some(({ kind, value }) => {
    if (kind === 'email') return value.toLowerCase() === email;
    if (kind === 'phone') return samePhone(text, value);
    return value === text;
  });
}

/** Companies of Brazil keep their customers' phones with and without the country and the ninth digit. */
function samePhone(written: string, waId: string): boolean {
  if (!/^[\d\s()+.-]+$/.test(written)) return false;
  const key = parsePhone(written)?.key;
  return key !== undefined && key === canonicalPhoneKey(`+${waId}`);
}
