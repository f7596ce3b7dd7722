import { addressOf, type ContactLookup, isNobody } from '../addresses.ts';
import { eachItem, type Place } from '../place.ts';
import { identifier, type Obj } from '../values.ts';
import { messageFrame } from './message-frame.ts';
import { parseChange } from './parse-change.ts';
import { parseSystem } from './parse-system.ts';

/** What customers wrote. */
export function parseMessages(messages: unknown, lookup: ContactLookup, place: Place): void {
  eachItem(messages, 'messages', place, (message) => parseMessage(message, lookup, place));
}

function parseMessage(message: Obj, lookup: ContactLookup, place: Place): string | undefined {
  const providerId = identifier(message['id']);
  if (providerId === undefined) return 'message without an id';
  const from = addressOf(message['from'], message['from_user_id'], message['from_parent_user_id'], lookup);
  if (isNobody(from)) return 'message without a sender';
  const type = message['type'];
  if (type === 'system') return parseSystem(providerId, message, from, place);
  if (type === 'edit' || type === 'revoke' || type === 'reaction') {
    return parseChange(type, providerId, message, { from, fromBusiness: false }, place);
  }
  const frame = messageFrame(providerId, message);
  place.facts.push({
    fact: 'message',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    standby: place.standby,
    providerId,
    at: frame.at,
    from,
    kind: frame.kind,
    text: frame.text,
    content: frame.content,
    media: frame.media,
    replyTo: frame.replyTo,
    forwarded: frame.forwarded,
    referral: frame.referral,
    referredProduct: frame.referredProduct,
    groupId: frame.groupId,
    errors: frame.errors,
  });
  return undefined;
}
