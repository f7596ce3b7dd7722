import { findNews, onRecorded } from '@balcao/core/ledger';
import { type DbCtx, inWorkspace } from '@balcao/db';
import { createPump, type Pump } from '@balcao/kernel';
import { type FeedParts, WorkspaceFeed } from './workspace-feed.ts';

export interface Feeds {
  /** The feed of a workspace; it ends when nobody follows it any more. */
  of(workspaceId: string): { readonly feed: WorkspaceFeed; wake(): void };
  /** Undefined: nobody here follows it. */
  known(workspaceId: string): WorkspaceFeed | undefined;
  all(): Iterable<WorkspaceFeed>;
  /** After somebody left. */
  tidy(workspaceId: string): void;
  close(): Promise<void>;
}

interface Running {
  readonly feed: WorkspaceFeed;
  readonly pump: Pump;
  tickedAt: number;
  waiting: boolean;
}

/** What other processes wrote is found this often, while anybody follows. What this one writes is told at once. */
const POLL_MS = 40;
/** What happens within this is told together; with a thousand screens a little more, for each packet costs as many. */
const TICK_MS = 30;
const TICK_MORE_MS = 70;
const tickFor = (screens: number): number => TICK_MS + TICK_MORE_MS * Math.min(1, screens / 1_000);
const REST_AFTER_ERROR_MS = 500;
const REACHED_EVERY_MS = 10_000;

export function openFeeds(ctx: DbCtx, parts: FeedParts): Feeds {
  const running = new Map<string, Running>();
  const closing = new AbortController();
  let somebody = Promise.withResolvers<void>();

  function start(workspaceId: string): Running {
    const feed = new WorkspaceFeed(inWorkspace(ctx, workspaceId), parts);
    const pump = createPump(
      async () => {
        one.tickedAt = ctx.clock.monotonic();
        return !closing.signal.aborted && (await feed.step());
      },
      (error) => {
        ctx.log.warn({ err: error, workspaceId }, 'screens could not be told what happened; it is tried again');
        if (!closing.signal.aborted) void ctx.clock.sleep(REST_AFTER_ERROR_MS, closing.signal).then(() => wake(one));
      },
    );
    const one: Running = { feed, pump, tickedAt: Number.NEGATIVE_INFINITY, waiting: false };
    running.set(workspaceId, one);
    somebody.resolve();
    return one;
  }

  /** Not more often than a tick, and never late by more than one. */
  function wake(one: Running): void {
    if (one.waiting) return;
    const rest = one.tickedAt + tickFor(one.feed.size) - ctx.clock.monotonic();
    if (rest <= 0) return one.pump.wake();
    one.waiting = true;
    void ctx.clock.sleep(rest, closing.signal).then(() => {
      one.waiting = false;
      if (!closing.signal.aborted) one.pump.wake();
    });
  }

  async function poll(): Promise<void> {
    while (!closing.signal.aborted) {
      if (running.size === 0) await somebody.promise;
      const began = ctx.clock.monotonic();
      let rest = POLL_MS;
      try {
        const positions = [...running].flatMap(
          ([
            workspaceId,
            {
              feed: { position },
            },
          ]) => (position === undefined ? [] : [{ workspaceId, cursor: position }]),
        );
        for (const id of await findNews(ctx, positions)) {
          const one = running.get(id);
          if (one) wake(one);
        }
        // A database that is slow to answer is not asked more than half of the time.
        rest = Math.max(POLL_MS, ctx.clock.monotonic() - began);
      } catch (error) {
        ctx.log.debug({ err: error }, 'the ledger could not be looked at');
        rest = REST_AFTER_ERROR_MS;
      }
      await ctx.clock.sleep(rest, closing.signal);
    }
  }

  const polling = poll();
  const unhear = onRecorded(ctx.db, (workspaceId) => {
    const one = running.get(workspaceId);
    if (one) wake(one);
  });
  const reached = setInterval(() => {
    for (const { feed } of running.values()) feed.tellReached();
  }, REACHED_EVERY_MS);
  reached.unref();

  return {
    of(workspaceId) {
      const one = running.get(workspaceId) ?? start(workspaceId);
      return { feed: one.feed, wake: () => wake(one) };
    },
    known: (workspaceId) => running.get(workspaceId)?.feed,
    all: () => [...running.values()].map(({ feed }) => feed),
    tidy(workspaceId) {
      if (running.get(workspaceId)?.feed.size !== 0) return;
      running.delete(workspaceId);
      if (running.size === 0) somebody = Promise.withResolvers<void>();
    },
    async close() {
      clearInterval(reached);
      unhear();
      closing.abort();
      somebody.resolve();
      await polling;
      for (const { pump } of running.values()) await pump.idle();
      running.clear();
    },
  };
}
