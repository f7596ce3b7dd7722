import type { ChatMessage, JsonObject } from '../model.ts';
import { newMessageId } from '../new-ids.ts';
import { openChat, publish, type World } from '../world.ts';
import { composeDraft } from './compose-draft.ts';
import { ControlProblem } from './control-problem.ts';
import type { Draft } from './draft-schema.ts';
import { findMessage, findParties } from './find-parties.ts';

/** Somebody of the business answers on the business's own telephone (coexistence): an echo. It opens no window. */
export function writeFromApp(world: World, phoneNumberId: string, customerId: string, draft: Draft): ChatMessage {
  const { number, customer } = findParties(world, phoneNumberId, customerId);
  const id = newMessageId(world, customer.waId ?? customer.userId ?? '', false);
  const echo = (wire: JsonObject, messageId?: string) =>
    world.webhooks.add({
      id: world.newId(),
      kind: 'echo',
      wabaId: number.wabaId,
      phoneNumberId,
      field: 'smb_message_echoes',
      item: {
        from: number.displayPhoneNumber.replace(/[^0-9]/g, ''),
        ...(customer.waId ? { to: customer.waId } : {}),
        ...(customer.userId ? { to_user_id: customer.userId } : {}),
        id,
        timestamp: String(Math.floor(world.now() / 1000)),
        ...wire,
      },
      ...(messageId === undefined ? {} : { messageId }),
    });
  if (draft.kind === 'revoke') {
    const target = findMessage(world, draft.messageId);
    target.revokedAt = world.now();
    publish(world, 'message', target);
    echo({ type: 'revoke', revoke: { original_message_id: draft.messageId } });
    return target;
  }
  if (draft.kind === 'reaction' || draft.kind === 'tap' || draft.kind === 'edit') {
    throw new ControlProblem(400, `The phone app of the business cannot ${draft.kind} here`);
  }
  const composed = composeDraft(world, draft);
  const message: ChatMessage = {
    id,
    phoneNumberId,
    customerId,
    author: 'business-app',
    at: world.now(),
    ...composed,
    ...(draft.quotedId ? { quotedId: draft.quotedId } : {}),
    status: 'delivered',
    times: { sent: world.now(), delivered: world.now() },
    reactions: {},
  };
  world.messages.set(id, message);
  const chat = openChat(world, phoneNumberId, customerId);
  Object.assign(chat, { lastAt: message.at, unread: chat.unread + 1, typingUntil: 0 });
  publish(world, 'message', message);
  publish(world, 'chat', chat);
  echo(
    { ...(draft.quotedId ? { context: { id: draft.quotedId } } : {}), type: composed.type, ...composed.content },
    id,
  );
  return message;
}
