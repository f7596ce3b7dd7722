import type { DeliveryStatus, Pricing, SenderAddress } from '../../../port/index.ts';
import { addressOf, type ContactLookup, problemsOf } from '../addresses.ts';
import { cleanJson } from '../clean-json.ts';
import { eachItem, type Place } from '../place.ts';
import { flag, identifier, moment, type Obj, objectOf, objectOrEmpty, word } from '../values.ts';
import { parseCallStatus } from './parse-calls.ts';

/** Meta's word → ours. A Map, because a status called 'constructor' must not find anything. */
const deliveryStatuses: ReadonlyMap<unknown, DeliveryStatus> = new Map([
  ['accepted', 'accepted'],
  ['held_for_quality_assessment', 'held'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'played'],
  ['failed', 'failed'],
]);

/** What became of what we sent. As hot as the messages themselves: up to three for each. */
export function parseStatuses(statuses: unknown, lookup: ContactLookup, place: Place): void {
  eachItem(statuses, 'statuses', place, (status) => parseStatus(status, lookup, place));
}

function parseStatus(status: Obj, lookup: ContactLookup, place: Place): string | undefined {
  const providerId = identifier(status['id']);
  if (providerId === undefined) return 'status without an id';
  if (status['type'] === 'call') return parseCallStatus(providerId, status, lookup, place);
  const inGroup = status['recipient_type'] === 'group';
  const recipient = recipientOf(status, inGroup, lookup);
  if (status['type'] === 'payment') return parsePayment(providerId, status, recipient, place);
  const known = deliveryStatuses.get(status['status']);
  if (known === undefined) return `status '${word(status['status'], 64)}' is not known`;
  place.facts.push({
    fact: 'status',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    standby: place.standby,
    providerId,
    status: known,
    at: moment(status['timestamp']),
    recipient,
    tag: identifier(status['biz_opaque_callback_data']),
    errors: problemsOf(status['errors']),
    pricing: pricingOf(status['pricing']),
    conversationOrigin: conversationOrigin(status['conversation']),
    groupId: inGroup ? identifier(status['recipient_id']) : identifier(status['group_id']),
  });
  return undefined;
}

function recipientOf(status: Obj, inGroup: boolean, lookup: ContactLookup): SenderAddress {
  const waId = inGroup ? status['recipient_participant_id'] : status['recipient_id'];
  const bsuid = inGroup ? status['recipient_participant_user_id'] : status['recipient_user_id'];
  return addressOf(waId, bsuid, status['recipient_parent_user_id'] ?? status['parent_recipient_user_id'], lookup);
}

function pricingOf(value: unknown): Pricing | undefined {
  const pricing = objectOf(value);
  if (pricing === undefined) return undefined;
  return {
    billable: flag(pricing['billable']),
    model: word(pricing['pricing_model'], 64),
    type: word(pricing['type'], 64),
    category: word(pricing['category'], 64),
  };
}

function conversationOrigin(value: unknown): string | undefined {
  const conversation = objectOf(value);
  return conversation === undefined ? undefined : word(objectOrEmpty(conversation['origin'])['type'], 64);
}

function parsePayment(providerId: string, status: Obj, recipient: SenderAddress, place: Place): string | undefined {
  const said = word(status['status'], 64);
  if (said === undefined) return 'payment without a status';
  place.facts.push({
    fact: 'payment',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    providerId,
    status: said,
    at: moment(status['timestamp']),
    recipient,
    referenceId: identifier(objectOrEmpty(status['payment'])['reference_id']),
    detail: cleanJson(status['payment']),
  });
  return undefined;
}
