import type { ChatMessage, MessageProblem } from '../model.ts';
import type { World } from '../world.ts';
import { type Addressee, setStatus } from './set-status.ts';

export interface WalkPlan {
  to: Addressee;
  /** Done before it is sent (fetching a link); a problem that comes of it fails the message. */
  before?: () => Promise<MessageProblem | undefined>;
  failWith?: MessageProblem | undefined;
  stopAfter?: 'accepted' | 'sent' | 'delivered' | undefined;
}

/** Leads one accepted message through its statuses, in its own time. */
export async function walkMessage(world: World, message: ChatMessage, plan: WalkPlan): Promise<void> {
  world.walking += 1;
  try {
    await walk(world, message, plan);
  } finally {
    world.walking -= 1;
  }
}

async function walk(world: World, message: ChatMessage, { to, before, failWith, stopAfter }: WalkPlan): Promise<void> {
  const { signal } = world.stop;
  const pause = (ms: number) => world.clock.sleep(ms * (1 + (world.random() - 0.5) * 2 * world.walk.jitter), signal);
  const problem = (await before?.()) ?? failWith;
  await pause(world.walk.sentMs);
  if (signal.aborted || stopAfter === 'accepted') return;
  if (problem) return setStatus(world, message, to, 'failed', problem);
  setStatus(world, message, to, 'sent');
  // A reaction is never delivered or read: Meta tells "sent" and nothing more.
  if (stopAfter === 'sent' || message.type === 'reaction') return;
  await pause(world.walk.deliveredMs);
  if (signal.aborted) return;
  setStatus(world, message, to, 'delivered');
  const { read } = world.walk;
  if (stopAfter === 'delivered' || typeof read === 'string') return;
  await pause(read.afterMs);
  if (!signal.aborted) setStatus(world, message, to, 'read');
}
