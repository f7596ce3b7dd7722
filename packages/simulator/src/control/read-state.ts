import type { World } from '../world.ts';

/** Everything a page needs to begin with, and the cursor from which events go on. */
export function readState(world: World, limit: number): object {
  return {
    cursor: world.feed.cursor,
    boot: world.feed.boot,
    now: world.now(),
    numbers: [...world.numbers.values()].map((number) => ({
      phoneNumberId: number.phoneNumberId,
      wabaId: number.wabaId,
      displayPhoneNumber: number.displayPhoneNumber,
      verifiedName: number.verifiedName,
      webhookUrl: number.webhookUrl ?? null,
    })),
    customers: [...world.customers.values()],
    chats: [...world.chats.values()],
    messages: world.messages.values().slice(-limit),
    rules: world.rules,
    walk: world.walk,
    faults: world.faults.list(),
  };
}
