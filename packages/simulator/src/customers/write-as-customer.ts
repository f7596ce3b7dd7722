import { isObject } from '../graph/read-json.ts';
import type { ChatMessage, Customer, JsonObject, NumberState } from '../model.ts';
import { newMessageId } from '../new-ids.ts';
import { contactOf } from '../webhooks/compose-webhook.ts';
import { openChat, publish, type World } from '../world.ts';
import { composeDraft, composeTap } from './compose-draft.ts';
import { ControlProblem } from './control-problem.ts';
import type { Draft, DraftOf } from './draft-schema.ts';
import { findMessage, findParties } from './find-parties.ts';

const editLifeMs = 15 * 60_000;
const revokeLifeMs = 48 * 3_600_000;
const windowMs = 24 * 3_600_000;

interface Talk {
  world: World;
  number: NumberState;
  customer: Customer;
}

const personOf = (customer: Customer): string => customer.waId ?? customer.userId ?? customer.id;

/** Any act of the customer opens the 24 hours, and goes out as a webhook. */
function tell({ world, number, customer }: Talk, id: string, wire: JsonObject, messageId?: string): void {
  const chat = openChat(world, number.phoneNumberId, customer.id);
  chat.windowUntil = world.now() + windowMs;
  publish(world, 'chat', chat);
  world.webhooks.add({
    id: world.newId(),
    kind: 'message',
    wabaId: number.wabaId,
    phoneNumberId: number.phoneNumberId,
    field: 'messages',
    contact: contactOf(customer),
    item: {
      ...(customer.waId ? { from: customer.waId } : {}),
      ...(customer.userId ? { from_user_id: customer.userId } : {}),
      id,
      timestamp: String(Math.floor(world.now() / 1000)),
      ...wire,
    },
    ...(messageId === undefined ? {} : { messageId }),
  });
}

function contextOf({ world, number, customer }: Talk, quotedId: string): JsonObject {
  const quoted = world.messages.get(quotedId);
  const from = quoted?.author === 'customer' ? (customer.waId ?? '') : number.displayPhoneNumber.replace(/[^0-9]/g, '');
  return { from, id: quotedId };
}

function say(
  talk: Talk,
  composed: { type: string; content: JsonObject },
  quotedId?: string,
  forwarded?: boolean,
): ChatMessage {
  const { world, number, customer } = talk;
  const message: ChatMessage = {
    id: newMessageId(world, personOf(customer), true),
    phoneNumberId: number.phoneNumberId,
    customerId: customer.id,
    author: 'customer',
    at: world.now(),
    ...composed,
    ...(quotedId === undefined ? {} : { quotedId }),
    ...(forwarded ? { forwarded } : {}),
    status: 'sent',
    times: { sent: world.now() },
    reactions: {},
  };
  world.messages.set(message.id, message);
  openChat(world, number.phoneNumberId, customer.id).lastAt = message.at;
  publish(world, 'message', message);
  const context: JsonObject = { ...(quotedId ? contextOf(talk, quotedId) : {}), ...(forwarded ? { forwarded } : {}) };
  const wire = { ...(quotedId || forwarded ? { context } : {}), type: composed.type, ...composed.content };
  tell(talk, message.id, wire, message.id);
  return message;
}

function react(talk: Talk, { messageId, emoji }: DraftOf<'reaction'>): ChatMessage {
  const target = findMessage(talk.world, messageId);
  if (emoji === '') delete target.reactions.customer;
  else target.reactions.customer = emoji;
  publish(talk.world, 'message', target);
  const id = newMessageId(talk.world, personOf(talk.customer), true);
  tell(talk, id, { type: 'reaction', reaction: { message_id: messageId, ...(emoji === '' ? {} : { emoji }) } });
  return target;
}

function edit(talk: Talk, { messageId, body }: DraftOf<'edit'>): ChatMessage {
  const target = findMessage(talk.world, messageId);
  if (target.author !== 'customer' || target.revokedAt !== undefined)
    throw new ControlProblem(409, 'Only an own message can be edited');
  if (talk.world.now() - target.at > editLifeMs)
    throw new ControlProblem(409, 'A message can be edited for 15 minutes');
  const inner = target.content[target.type];
  if (target.type === 'text') target.content = { text: { body } };
  else if (isObject(inner) && ['image', 'video', 'document'].includes(target.type))
    target.content = { [target.type]: { ...inner, caption: body } };
  else throw new ControlProblem(409, 'This kind of message cannot be edited');
  target.editedAt = talk.world.now();
  publish(talk.world, 'message', target);
  const id = newMessageId(talk.world, personOf(talk.customer), true);
  const message = { context: { id: messageId }, type: target.type, ...target.content };
  tell(talk, id, { type: 'edit', edit: { original_message_id: messageId, message } });
  return target;
}

function revoke(talk: Talk, { messageId }: DraftOf<'revoke'>): ChatMessage {
  const target = findMessage(talk.world, messageId);
  if (target.author !== 'customer') throw new ControlProblem(409, 'Only an own message can be deleted');
  if (talk.world.now() - target.at > revokeLifeMs)
    throw new ControlProblem(409, 'A message can be deleted for two days');
  target.revokedAt = talk.world.now();
  publish(talk.world, 'message', target);
  const id = newMessageId(talk.world, personOf(talk.customer), true);
  tell(talk, id, { type: 'revoke', revoke: { original_message_id: messageId } });
  return target;
}

/** The customer does something with the telephone; answers with the bubble that is new or changed. */
export function writeAsCustomer(world: World, phoneNumberId: string, customerId: string, draft: Draft): ChatMessage {
  const talk: Talk = { world, ...findParties(world, phoneNumberId, customerId) };
  switch (draft.kind) {
    case 'reaction':
      return react(talk, draft);
    case 'edit':
      return edit(talk, draft);
    case 'revoke':
      return revoke(talk, draft);
    case 'tap':
      return say(talk, composeTap(findMessage(world, draft.messageId), draft.choiceId), draft.messageId);
    default:
      return say(talk, composeDraft(world, draft), draft.quotedId, draft.forwarded);
  }
}
