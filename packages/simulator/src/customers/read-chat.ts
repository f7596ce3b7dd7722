import { setStatus } from '../statuses/set-status.ts';
import { chatKey, publish, type World } from '../world.ts';
import { ControlProblem } from './control-problem.ts';
import { findMessage, findParties } from './find-parties.ts';

/** The telephone shows the talk: what was delivered is read. */
export function readChat(world: World, phoneNumberId: string, customerId: string): number {
  const { customer } = findParties(world, phoneNumberId, customerId);
  const chat = world.chats.get(chatKey(phoneNumberId, customerId));
  if (chat && chat.unread > 0) {
    chat.unread = 0;
    publish(world, 'chat', chat);
  }
  if (world.walk.read === 'never') return 0;
  let count = 0;
  for (const message of world.messages.values()) {
    if (message.customerId !== customerId || message.phoneNumberId !== phoneNumberId) continue;
    if (message.author !== 'business' || message.status !== 'delivered') continue;
    setStatus(world, message, customer, 'read');
    count += 1;
  }
  return count;
}

/** The customer listened to a voice note of the business. */
export function playVoice(world: World, messageId: string): void {
  const message = findMessage(world, messageId);
  const customer = world.customers.get(message.customerId);
  if (message.author !== 'business' || message.type !== 'audio' || !customer)
    throw new ControlProblem(409, 'Only a voice note of the business is played');
  setStatus(world, message, customer, 'played');
}
