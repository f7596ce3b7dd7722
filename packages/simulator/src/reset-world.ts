import type { World } from './world.ts';

/** Forgets the talks, files, faults and webhooks; numbers, templates and customers stay. */
export function resetWorld(world: World): void {
  world.faults.clear();
  world.webhooks.clear();
  world.messages.clear();
  world.media.clear();
  world.mediaBytes = 0;
  world.chats.clear();
  world.pairPace.clear();
  world.numberPace = null;
  world.feed.publish(world.now(), 'reset', {});
  world.changed();
}
