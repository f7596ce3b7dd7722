import { type Cause, type ChannelAddress, lanesDue, type Remembered } from '@balcao/core/ingest';
import { forgetUploaded, providerIdOf, type Storage } from '@balcao/core/media';
import { type QueuedReply, settleStragglers } from '@balcao/core/messages';
import { sweepErrands, turnsDue, wakeWatched } from '@balcao/core/orchestrator';
import { createDispatcher, loadDue, loadReplies, recoverClaims, settleUnknowns } from '@balcao/core/outbox';
import { wakeSnoozed } from '@balcao/core/tickets';
import type { DbCtx } from '@balcao/db';
import { createPump, type Pump } from '@balcao/kernel';
import type { ChannelDirectory } from '../runtime/channel-directory.ts';
import { modelsOf } from '../runtime/models-of.ts';
import { createErrandDesk } from './errands/errand-desk.ts';
import { createExecutor, type ErrandExecutor } from './errands/executors.ts';
import { createFactsMemory } from './facts-in-memory.ts';
import { createIngestLane } from './ingest-lane.ts';
import { createTurnLane, type TurnLane } from './turns/turn-lane.ts';

export interface ConveyorParts {
  readonly directory: ChannelDirectory;
  readonly workerId: string;
  liveWorkers(): Promise<readonly string[]>;
  readonly storage: Storage;
  /** What the bot asks of the outside world. */
  readonly execute?: ErrandExecutor;
}

export interface Conveyor {
  /** A receipt was just committed by this process. */
  receiptStored(receiptId: string, channels: readonly ChannelAddress[], remembered: Remembered): void;
  wakeChannel(channel: ChannelAddress): void;
  wakeTurns(workspaceId: string, conversations: ReadonlyMap<string, Cause | undefined>, dueAt: Date): void;
  offer(items: readonly QueuedReply[]): void;
  /** Another process queued it. */
  fetch(workspaceId: string, messageId: string): void;
  /** Looks at the rows for what is due and what was left: every wake-up may be lost, no row is. */
  sweep(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

/** Work younger than this is surely in somebody's hands. */
const IN_HAND_MS = 1_000;
const SWEPT_AT_ONCE = 1_000;
/** A status and its message that crossed find each other within this; all that wait are looked through now and then. */
const CROSSING_MS = 60_000;
const LOOK_THROUGH_EVERY_MS = 10 * 60_000;
/** Three statuses come for each reply and nobody waits for one: they gather this long, and share a transaction. */
const STATUSES_GATHER_MS = 25;
/** A shorter wait is over before anybody would see that we type. */
const SHOWN_FROM_MS = 1_000;

/** The way of a message through this process: receipts ⇒ turns ⇒ outbox. Lanes hold hints in memory; the rows are the queue. */
export function createConveyor(ctx: DbCtx, parts: ConveyorParts): Conveyor {
  const memory = createFactsMemory();
  const ingest = new Map<string, Pump>();
  const turns = new Map<string, TurnLane>();
  const timers = new Set<NodeJS.Timeout>();
  const gathering = new Map<string, NodeJS.Timeout>();
  const dispatcher = createDispatcher(ctx, {
    workerId: parts.workerId,
    sender: (channelId) => {
      const channel = parts.directory.byId(channelId);
      return channel?.state === 'active' ? channel : undefined;
    },
    files: {
      idOf: (inside, { id: channelId, adapter, credentials }, mediaId) =>
        providerIdOf(inside, parts.storage, { mediaId, channelId }, (file) => adapter.uploadMedia(credentials, file)),
      forget: (inside, { id }, mediaId) => forgetUploaded(inside, mediaId, id),
    },
  });
  let stopped = false;
  const desk = createErrandDesk(ctx, {
    workerId: parts.workerId,
    execute: parts.execute ?? createExecutor(modelsOf(ctx)),
    typing: showTyping,
    returned: (workspaceId, conversationId) => turnLane(workspaceId).wake(new Map([[conversationId, undefined]])),
  });

  function showTyping({ channelId, providerId }: { channelId: string; providerId: string | null }): void {
    const channel = parts.directory.byId(channelId);
    if (channel?.state !== 'active' || providerId === null) return;
    channel.adapter.markRead(channel.credentials, { providerId, typing: true }).catch(() => undefined); // best effort
  }

  function ingestLane({ workspaceId, channelId }: ChannelAddress): Pump {
    const known = ingest.get(channelId);
    if (known) return known;
    const lane = createIngestLane(ctx, workspaceId, channelId, {
      memory,
      channel: parts.directory.byId,
      woke,
      stopped: () => stopped,
    });
    ingest.set(channelId, lane);
    return lane;
  }

  /** One timer for a channel, however many come; a message in between takes them along. */
  function wakeSoon(channel: ChannelAddress): void {
    if (gathering.has(channel.channelId)) return;
    const timer = setTimeout(() => {
      gathering.delete(channel.channelId);
      if (!stopped) ingestLane(channel).wake();
    }, STATUSES_GATHER_MS);
    gathering.set(channel.channelId, timer);
  }

  function turnLane(workspaceId: string): TurnLane {
    const known = turns.get(workspaceId);
    if (known) return known;
    const lane = createTurnLane(ctx, workspaceId, {
      queued: dispatcher.offer,
      errands(workspaceId, { errands, dropped }) {
        desk.drop(dropped);
        desk.start(workspaceId, errands);
        for (const { conversationId, giveUpAt } of errands)
          wakeTurns(workspaceId, new Map([[conversationId, undefined]]), giveUpAt);
      },
      stopped: () => stopped,
    });
    turns.set(workspaceId, lane);
    return lane;
  }

  /** What is asked for their former words is stopped; more words are waited for, and meanwhile they see that we are there. */
  function woke(channelId: string, workspaceId: string, conversations: ReadonlyMap<string, Cause>): void {
    desk.interrupt(conversations.keys());
    const now = ctx.clock.now().getTime();
    for (const [waitMs, those] of Map.groupBy(conversations, ([, cause]) => cause.waitMs ?? 0)) {
      wakeTurns(workspaceId, new Map(those), new Date(now + waitMs));
      if (waitMs < SHOWN_FROM_MS || parts.directory.byId(channelId)?.botMode !== 'assistant') continue;
      for (const [, { providerId = null }] of those) showTyping({ channelId, providerId });
    }
  }

  function wakeTurns(workspaceId: string, conversations: ReadonlyMap<string, Cause | undefined>, dueAt: Date): void {
    if (stopped) return;
    const wait = dueAt.getTime() - ctx.clock.now().getTime();
    if (wait <= 0) return turnLane(workspaceId).wake(conversations);
    const timer = setTimeout(() => {
      timers.delete(timer);
      turnLane(workspaceId).wake(conversations);
    }, wait + 1);
    timers.add(timer);
  }

  const elsewhere = new Map<string, { workspaceId: string; id: string }>();
  const fetching = createPump(
    async () => {
      const due = [...elsewhere.values()];
      elsewhere.clear();
      for (const loaded of await loadReplies(ctx, due)) dispatcher.offer(loaded.items);
      return false;
    },
    () => undefined, // the sweeper finds them
  );

  let lookedThrough = Number.NEGATIVE_INFINITY;
  function stragglersSince(): Date {
    const now = ctx.clock.monotonic();
    if (now - lookedThrough < LOOK_THROUGH_EVERY_MS) return new Date(ctx.clock.now().getTime() - CROSSING_MS);
    lookedThrough = now;
    return new Date(0);
  }

  async function sweep(): Promise<void> {
    const before = new Date(ctx.clock.now().getTime() - IN_HAND_MS);
    for (const lane of await lanesDue(ctx, before)) ingestLane(lane).wake();
    const due = await turnsDue(ctx, SWEPT_AT_ONCE);
    for (const [workspaceId, rows] of Map.groupBy(due, (row) => row.workspaceId))
      turnLane(workspaceId).wake(new Map(rows.map((row) => [row.conversationId, undefined])));
    for (const left of await wakeWatched(ctx))
      turnLane(left.workspaceId).wake(new Map([[left.conversationId, undefined]]));
    for (const left of await sweepErrands(ctx, await parts.liveWorkers())) desk.start(left.workspaceId, [left]);
    for (const loaded of await loadDue(ctx, before, SWEPT_AT_ONCE)) dispatcher.offer(loaded.items);
    await settleStragglers(ctx, stragglersSince());
    await wakeSnoozed(ctx);
    await recoverClaims(ctx, await parts.liveWorkers());
    const again = await settleUnknowns(ctx);
    for (const loaded of await loadReplies(ctx, again)) dispatcher.offer(loaded.items);
  }

  return {
    receiptStored(receiptId, channels, remembered) {
      if (stopped) return;
      memory.remember(receiptId, remembered, channels.length);
      const urgent = remembered.facts.some((fact) => fact.fact !== 'status');
      for (const channel of channels) {
        if (urgent) ingestLane(channel).wake();
        else wakeSoon(channel);
      }
    },
    wakeChannel(channel) {
      if (!stopped) ingestLane(channel).wake();
    },
    wakeTurns,
    offer: dispatcher.offer,
    fetch(workspaceId, id) {
      if (stopped) return;
      elsewhere.set(id, { workspaceId, id });
      fetching.wake();
    },
    sweep,
    async stop(graceMs) {
      stopped = true;
      for (const timer of [...timers, ...gathering.values()]) clearTimeout(timer);
      const over = new AbortController();
      const errands = desk.stop();
      const idle = Promise.all([
        errands,
        ...[...ingest.values(), ...turns.values(), fetching].map((lane) => lane.idle()),
      ]);
      await Promise.race([idle.then(() => dispatcher.stop(graceMs)), ctx.clock.sleep(graceMs, over.signal)]);
      over.abort();
    },
  };
}
