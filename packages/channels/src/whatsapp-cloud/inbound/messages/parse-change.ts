import type { SenderAddress } from '../../../port/index.ts';
import type { Place } from '../place.ts';
import { identifier, moment, type Obj, objectOf, objectOrEmpty, word } from '../values.ts';
import { messageBody } from './message-body.ts';

/** An edit, a revoke or a reaction: by the customer, or by the business on the phone app. */
export function parseChange(
  type: 'edit' | 'revoke' | 'reaction',
  providerId: string,
  message: Obj,
  whose: { readonly from: SenderAddress; readonly fromBusiness: boolean },
  place: Place,
): string | undefined {
  const change = objectOrEmpty(message[type]);
  const targetId = identifier(change[type === 'reaction' ? 'message_id' : 'original_message_id']);
  if (targetId === undefined) return `${type} of no message`;
  const common = {
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    standby: place.standby,
    providerId,
    at: moment(message['timestamp']),
    from: whose.from,
    fromBusiness: whose.fromBusiness,
    targetId,
    groupId: identifier(message['group_id']),
  };
  if (type === 'revoke') place.facts.push({ fact: 'revoke', ...common });
  else if (type === 'reaction') place.facts.push({ fact: 'reaction', ...common, emoji: word(change['emoji'], 64) });
  else {
    const edited = objectOf(change['message']);
    if (edited === undefined) return 'edit without the new message';
    place.facts.push({ fact: 'edit', ...common, body: messageBody(edited) });
  }
  return undefined;
}
