import type { Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type FoundContact, findByPhone } from './find-by-phone.ts';

/** The person of this number, or undefined; a part that several people share is refused, lest their talks be mixed up. */
export async function findOneByPhone(tx: Tx, typed: string): Promise<FoundContact | undefined> {
  const [found, ...others] = await findByPhone(tx, typed, 2);
  if (others.length > 0)
    throw new Fault('invalid_input', 'several contacts have this part of a phone number: write the whole of it');
  return found;
}
