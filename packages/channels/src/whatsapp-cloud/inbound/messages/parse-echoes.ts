import { addressOf, type ContactLookup, isNobody } from '../addresses.ts';
import { eachItem, type Place } from '../place.ts';
import { identifier, type Obj } from '../values.ts';
import { messageFrame } from './message-frame.ts';
import { parseChange } from './parse-change.ts';

/** What the business wrote elsewhere: on the phone app, or (standby) what Meta's own agent wrote. */
export function parseEchoes(echoes: unknown, lookup: ContactLookup, place: Place): void {
  eachItem(echoes, 'message_echoes', place, (message) => parseEcho(message, lookup, place));
}

function parseEcho(message: Obj, lookup: ContactLookup, place: Place): string | undefined {
  const providerId = identifier(message['id']);
  if (providerId === undefined) return 'echo without an id';
  const to = addressOf(message['to'], message['to_user_id'], message['to_parent_user_id'], lookup);
  if (isNobody(to)) return 'echo to nobody';
  const type = message['type'];
  if (type === 'edit' || type === 'revoke' || type === 'reaction') {
    return parseChange(type, providerId, message, { from: to, fromBusiness: true }, place);
  }
  const { accountId, phoneNumberId, standby } = place;
  place.facts.push({ fact: 'echo', accountId, phoneNumberId, standby, to, ...messageFrame(providerId, message) });
  return undefined;
}
