import type { ChatMessage, Customer, JsonObject, MessageProblem, MessageStatus } from '../model.ts';
import { contactOf } from '../webhooks/compose-webhook.ts';
import { publish, type World } from '../world.ts';
import { priceMessage } from './price-message.ts';

const rank: Record<MessageStatus, number> = {
  accepted: 0,
  sent: 1,
  delivered: 2,
  read: 3,
  played: 4,
  failed: 5,
  deleted: 6,
};

/** To whom it was addressed; a person whom nobody knows has no customer. */
export type Addressee = Pick<Customer, 'name' | 'waId' | 'userId' | 'username'>;

/** Raises the status of a message of the business, and tells it by a webhook. */
export function setStatus(
  world: World,
  message: ChatMessage,
  to: Addressee,
  status: Exclude<MessageStatus, 'accepted'>,
  problem?: MessageProblem,
): void {
  const number = world.numbers.get(message.phoneNumberId);
  if (!number || rank[status] <= rank[message.status]) return;
  const pricing = status === 'sent' || status === 'delivered' ? priceMessage(world, number, message) : undefined;
  message.status = status;
  message.times[status] = world.now();
  if (problem) message.problem = problem;
  publish(world, 'message', message);
  const item: JsonObject = {
    id: message.id,
    status,
    timestamp: String(Math.floor(world.now() / 1000)),
    ...(to.waId ? { recipient_id: to.waId } : {}),
    ...(to.userId ? { recipient_user_id: to.userId } : {}),
    ...(message.tag === undefined ? {} : { biz_opaque_callback_data: message.tag }),
    ...(pricing ? { pricing } : {}),
    ...(problem ? { errors: [wireProblem(problem)] } : {}),
  };
  world.webhooks.add({
    id: world.newId(),
    kind: 'status',
    wabaId: number.wabaId,
    phoneNumberId: number.phoneNumberId,
    field: 'messages',
    contact: contactOf({ id: '', phone: null, ...to }),
    item,
    messageId: message.id,
  });
}

function wireProblem({ code, title, message, details }: MessageProblem): JsonObject {
  return {
    code,
    title,
    message,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
