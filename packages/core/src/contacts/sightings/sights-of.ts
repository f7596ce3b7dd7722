import { Fault, parsePhone, phoneVariants } from '@balcao/kernel';
import type { Sender, Sight } from '../types.ts';

const bare = { e164: null, digits: null };

/** The phone first: whoever shares it is known by it. */
export function sightsOf(sender: Sender): Sight[] {
  const sights: Sight[] = [];
  if (sender.waId !== undefined && sender.waId !== '') sights.push(phoneSight(sender.waId));
  if (sender.bsuid !== undefined && sender.bsuid !== '')
    sights.push({ kind: 'bsuid', key: sender.bsuid, value: sender.bsuid, ...bare });
  if (sender.parentBsuid !== undefined && sender.parentBsuid !== '')
    sights.push({ kind: 'parent_bsuid', key: sender.parentBsuid, value: sender.parentBsuid, ...bare });
  if (sights.length === 0) throw new Fault('invalid_input', 'a sender without any id cannot be identified');
  return sights;
}

/** A wa_id always carries its country: with the + a Danish or Spanish number is not taken for a Brazilian one. */
function phoneSight(waId: string): Sight {
  const digits = waId.replace(/\D/g, '');
  const phone = parsePhone(`+${digits}`);
  if (phone === undefined)
    return { kind: 'phone', key: digits || waId, value: waId, e164: null, digits: digits || null };
  return {
    kind: 'phone',
    key: phone.key,
    value: waId,
    e164: phone.e164,
    digits: phoneVariants(`+${digits}`).join(' '),
  };
}
