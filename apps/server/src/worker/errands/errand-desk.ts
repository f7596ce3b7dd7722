import {
  type ClaimedErrand,
  claimErrand,
  type ErrandResult,
  finishErrand,
  type StartedErrand,
} from '@balcao/core/orchestrator';
import { type DbCtx, inWorkspace, type WorkspaceCtx } from '@balcao/db';
import type { ErrandExecutor } from './executors.ts';

export interface ErrandDeskParts {
  readonly workerId: string;
  readonly execute: ErrandExecutor;
  /** The customer sees that somebody types. Best effort. */
  typing(errand: ClaimedErrand): void;
  /** The result is in its row and the turn is due. */
  returned(workspaceId: string, conversationId: string): void;
}

export interface ErrandDesk {
  start(workspaceId: string, errands: readonly StartedErrand[]): void;
  /** What is under way for these talks is of no more use. */
  drop(conversationIds: Iterable<string>): void;
  /** The customer goes on: an answer under way is not the answer any more. Tools and the flow's HTTP steps go on. */
  interrupt(conversationIds: Iterable<string>): void;
  /** Under way, and waiting for room. */
  load(): { readonly running: number; readonly waiting: number };
  stop(): Promise<void>;
}

/** Of one company at once, so that a hung vendor of one holds up nobody else, and of all. */
export const AT_ONCE = { ofWorkspace: 8, inAll: 64 } as const;
/** Waiting in memory; the rest has its row, and its time to be given up. */
const WAITING_AT_MOST = 2_000;

interface Waiting extends StartedErrand {
  readonly workspaceId: string;
}

/** Runs what turns asked of the outside world, outside of any transaction. The rows are the queue; what is lost here costs a sentence, no message. */
export function createErrandDesk(ctx: DbCtx, parts: ErrandDeskParts): ErrandDesk {
  const waiting = new Map<string, Waiting>();
  const running = new Map<
    string,
    { readonly errand: Waiting; readonly over: AbortController; readonly done: Promise<void> }
  >();
  const ofWorkspace = new Map<string, number>();
  let stopped = false;
  const outcomes = ctx.metrics.counter('balcao_bot_errands_total', 'What the bot asked of the outside world', [
    'kind',
    'outcome',
  ]);
  const seconds = ctx.metrics.histogram('balcao_bot_errand_seconds', 'Time from wanting an answer to having it', [
    'kind',
  ]);

  function next(): void {
    if (stopped) return;
    for (const errand of waiting.values()) {
      if (running.size >= AT_ONCE.inAll) return;
      if ((ofWorkspace.get(errand.workspaceId) ?? 0) >= AT_ONCE.ofWorkspace) continue;
      waiting.delete(errand.id);
      begin(errand);
    }
  }

  function begin(errand: Waiting): void {
    const over = new AbortController();
    ofWorkspace.set(errand.workspaceId, (ofWorkspace.get(errand.workspaceId) ?? 0) + 1);
    running.set(errand.id, { errand, over, done: toTheEnd(errand, over) });
  }

  async function toTheEnd(errand: Waiting, over: AbortController): Promise<void> {
    try {
      await run(errand, over);
    } catch (error) {
      ctx.log.error({ err: error, correlationId: errand.conversationId }, 'an errand stumbled');
    }
    running.delete(errand.id);
    const left = (ofWorkspace.get(errand.workspaceId) ?? 1) - 1;
    if (left === 0) ofWorkspace.delete(errand.workspaceId);
    else ofWorkspace.set(errand.workspaceId, left);
    next();
  }

  async function run(wanted: Waiting, over: AbortController): Promise<void> {
    const inside = inWorkspace({ ...ctx, actor: { kind: 'bot' } }, wanted.workspaceId);
    const began = ctx.clock.monotonic();
    const errand = await claimErrand(inside, wanted.id, parts.workerId);
    if (errand === undefined || over.signal.aborted) return;
    parts.typing(errand);
    const result = await inTime(inside, errand, over);
    if (result === undefined) return outcomes.inc({ kind: errand.kind, outcome: 'dropped' });
    seconds.observe({ kind: errand.kind }, (ctx.clock.monotonic() - began) / 1_000);
    const used = await finishErrand(inside, errand, parts.workerId, result);
    outcomes.inc({ kind: errand.kind, outcome: used ? 'returned' : 'too_late' });
    if (used) parts.returned(wanted.workspaceId, errand.conversationId);
  }

  /** The executor is told to stop at the time to give up; should it not listen, nobody waits for it. */
  async function inTime(
    inside: WorkspaceCtx,
    errand: ClaimedErrand,
    over: AbortController,
  ): Promise<ErrandResult | undefined> {
    const left = errand.giveUpAt.getTime() - ctx.clock.now().getTime();
    const timer = setTimeout(() => over.abort(new Error('given up')), Math.max(0, left));
    const aborted = new Promise<undefined>((resolve) => {
      over.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    try {
      return await Promise.race([parts.execute(inside, errand, over.signal), aborted]);
    } catch (error) {
      ctx.log.warn({ err: error, correlationId: errand.conversationId, kind: errand.kind }, 'an errand failed');
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    start(workspaceId, errands) {
      if (stopped) return;
      for (const errand of errands)
        if (waiting.size < WAITING_AT_MOST && !running.has(errand.id))
          waiting.set(errand.id, { ...errand, workspaceId });
      next();
    },
    drop(conversationIds) {
      const gone = new Set(conversationIds);
      for (const [id, { conversationId }] of waiting) if (gone.has(conversationId)) waiting.delete(id);
      for (const { errand, over } of running.values()) if (gone.has(errand.conversationId)) over.abort();
    },
    interrupt(conversationIds) {
      if (running.size === 0) return;
      const gone = new Set(conversationIds);
      for (const { errand, over } of running.values())
        if (errand.kind === 'answer' && gone.has(errand.conversationId)) over.abort();
    },
    load: () => ({ running: running.size, waiting: waiting.size }),
    async stop() {
      stopped = true;
      waiting.clear();
      for (const { over } of running.values()) over.abort();
      await Promise.all([...running.values()].map((one) => one.done));
    },
  };
}
