import { type DbCtx, inWorkspace } from '@balcao/db';
import type { QueuedReply } from '../messages/index.ts';
import { ChannelLane } from './channel-lane.ts';
import type { DispatcherParts } from './sender.ts';

export interface Dispatcher {
  /** Outbound messages that were just committed, or found waiting. Offering one twice, or on two workers, sends it once. */
  offer(items: readonly QueuedReply[]): void;
  /** Stops taking up; resolves when what was under way is booked, or after the grace. */
  stop(graceMs: number): Promise<void>;
  readonly underWay: number;
}

/** Delivers from memory what the rows say is to be sent. Losing the memory loses nothing: the sweeper finds the rows again. */
export function createDispatcher(ctx: DbCtx, parts: DispatcherParts): Dispatcher {
  const lanes = new Map<string, ChannelLane>();
  let stopped = false;

  function laneOf(channelId: string): ChannelLane | undefined {
    const known = lanes.get(channelId);
    if (known) return known;
    const sender = parts.sender(channelId);
    if (sender === undefined) return undefined;
    const lane = new ChannelLane(inWorkspace(ctx, sender.workspaceId), channelId, parts);
    lanes.set(channelId, lane);
    return lane;
  }

  return {
    offer(items) {
      if (stopped) return;
      for (const [channelId, group] of Map.groupBy(items, (item) => item.channelId)) laneOf(channelId)?.offer(group);
    },
    async stop(graceMs) {
      stopped = true;
      const idle = Promise.all([...lanes.values()].map((lane) => lane.stop()));
      const waiting = new AbortController();
      await Promise.race([idle, ctx.clock.sleep(graceMs, waiting.signal)]);
      waiting.abort();
    },
    get underWay() {
      let sum = 0;
      for (const lane of lanes.values()) sum += lane.underWay;
      return sum;
    },
  };
}
