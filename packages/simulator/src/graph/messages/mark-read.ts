import type { JsonObject, NumberState } from '../../model.ts';
import { openChat, publish, type World } from '../../world.ts';
import { GraphProblem } from '../graph-problem.ts';
import { isObject, textOf } from '../read-json.ts';

const typingLifeMs = 25_000;

/** Marks a message of the customer and those before it as read, and may show "typing" for 25 s or until the reply. */
export function markRead(world: World, number: NumberState, body: JsonObject): { success: true } {
  if (body.messaging_product !== 'whatsapp')
    throw new GraphProblem(100, undefined, { message: '(#100) The parameter messaging_product is required.' });
  if (body.status !== 'read') throw new GraphProblem(100, "Param status must be one of {'read'}");
  const message = world.messages.get(textOf(body.message_id));
  if (!message || message.phoneNumberId !== number.phoneNumberId || message.author !== 'customer') {
    throw new GraphProblem(131009, 'message_id is not the id of a message received by this number');
  }
  if (isObject(body.typing_indicator)) {
    if (body.typing_indicator.type !== 'text') throw new GraphProblem(131009, 'typing_indicator.type must be text');
    const chat = openChat(world, number.phoneNumberId, message.customerId);
    chat.typingUntil = world.now() + typingLifeMs;
    publish(world, 'chat', chat);
  }
  if (message.status === 'read') return { success: true };
  for (const earlier of world.messages.values()) {
    if (earlier.customerId !== message.customerId || earlier.phoneNumberId !== message.phoneNumberId) continue;
    if (earlier.author !== 'customer' || earlier.status === 'read' || earlier.at > message.at) continue;
    earlier.status = 'read';
    earlier.times.read = world.now();
    publish(world, 'message', earlier);
  }
  return { success: true };
}
