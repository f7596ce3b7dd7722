import type { SenderAddress } from '../../../port/index.ts';
import type { Place } from '../place.ts';
import { identifier, moment, type Obj, objectOrEmpty, phone, text, word } from '../values.ts';

/** The person changed their number or their id; anything else WhatsApp writes into the conversation is a message of kind 'system'. */
export function parseSystem(providerId: string, message: Obj, from: SenderAddress, place: Place): string | undefined {
  const system = objectOrEmpty(message['system']);
  const event = word(system['type']);
  const origin = { accountId: place.accountId, phoneNumberId: place.phoneNumberId, standby: place.standby };
  const at = moment(message['timestamp']);
  const body = text(system['body']);
  const change = changeOf(event);
  if (change === undefined) {
    const content = { kind: 'system', event } as const;
    place.facts.push({ fact: 'message', ...origin, providerId, at, from, kind: 'system', text: body, content });
    return undefined;
  }
  const current = {
    waId: phone(system['wa_id'] ?? system['new_wa_id']),
    bsuid: identifier(system['user_id']),
    parentBsuid: identifier(system['parent_user_id']),
  };
  if (current.waId === undefined && current.bsuid === undefined) return `${event} to nobody`;
  const previous = previousAddress(system, from);
  place.facts.push({ fact: 'identity-change', ...origin, change, providerId, at, previous, current, text: body });
  return undefined;
}

function changeOf(event: string | undefined): 'changed_number' | 'changed_user_id' | undefined {
  if (event === 'user_changed_number' || event === 'customer_changed_number') return 'changed_number';
  return event === 'user_changed_user_id' ? 'changed_user_id' : undefined;
}

/** Since 11 Aug 2026 the event carries the previous ids itself; before, the sender was the previous one. */
function previousAddress(system: Obj, from: SenderAddress): SenderAddress {
  return {
    ...from,
    waId: phone(system['previous_wa_id'] ?? system['customer']) ?? from.waId,
    bsuid: identifier(system['previous_user_id']) ?? from.bsuid,
    parentBsuid: identifier(system['previous_parent_user_id']) ?? from.parentBsuid,
  };
}
