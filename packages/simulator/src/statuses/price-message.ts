import type { ChatMessage, JsonObject, NumberState } from '../model.ts';
import type { World } from '../world.ts';

/** What the message costs, as statuses tell it. Since October 2026 service messages cost too, after a free thousand a month. */
export function priceMessage(world: World, number: NumberState, message: ChatMessage): JsonObject {
  const category = message.category ?? 'service';
  let free = false;
  if (category === 'service' && message.times.sent === undefined) {
    const month = new Date(world.now()).toISOString().slice(0, 7);
    if (number.serviceMessages.month !== month) number.serviceMessages = { month, count: 0 };
    number.serviceMessages.count += 1;
  }
  if (category === 'service') free = number.serviceMessages.count <= world.freeServiceMessages;
  return { billable: !free, pricing_model: 'PMP', type: free ? 'free_customer_service' : 'regular', category };
}
