import { addressOf, type ContactLookup, contactLookup } from '../addresses.ts';
import { eachItem, type Place } from '../place.ts';
import { identifier, integer, listOf, moment, type Obj, objectOf, text, word } from '../values.ts';

/** Calls that connect and end, and the ringing of those we make (statuses of type 'call'). */
export function parseCalls(value: Obj, place: Place): void {
  const lookup = contactLookup(value['contacts'], listOf(value['calls']).length);
  eachItem(value['calls'], 'calls', place, (call) => parseCall(call, lookup, place));
}

function parseCall(call: Obj, lookup: ContactLookup, place: Place): string | undefined {
  const providerId = identifier(call['id']);
  if (providerId === undefined) return 'call without an id';
  const direction = directionOf(call['direction']);
  const person =
    direction === 'from_business'
      ? addressOf(call['to'], call['to_user_id'], call['to_parent_user_id'], lookup)
      : addressOf(call['from'], call['from_user_id'], call['from_parent_user_id'], lookup);
  const session = objectOf(call['session']);
  place.facts.push({
    fact: 'call',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    providerId,
    event: word(call['event'], 64)?.toLowerCase() ?? 'unknown',
    at: moment(call['timestamp']),
    direction,
    person,
    status: word(call['status'], 64)?.toLowerCase(),
    durationSeconds: integer(call['duration']),
    tag: identifier(call['biz_opaque_callback_data']),
    session: session === undefined ? undefined : { type: word(session['sdp_type'], 32), sdp: text(session['sdp']) },
  });
  return undefined;
}

export function parseCallStatus(
  providerId: string,
  status: Obj,
  lookup: ContactLookup,
  place: Place,
): string | undefined {
  const event = word(status['status'], 64)?.toLowerCase();
  if (event === undefined) return 'call without a status';
  place.facts.push({
    fact: 'call',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    providerId,
    event,
    at: moment(status['timestamp']),
    direction: 'from_business',
    person: addressOf(status['recipient_id'], status['recipient_user_id'], status['recipient_parent_user_id'], lookup),
    tag: identifier(status['biz_opaque_callback_data']),
  });
  return undefined;
}

function directionOf(value: unknown): 'from_customer' | 'from_business' | undefined {
  if (value === 'BUSINESS_INITIATED') return 'from_business';
  return value === 'USER_INITIATED' ? 'from_customer' : undefined;
}
