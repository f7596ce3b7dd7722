import type { Cause } from '@balcao/core/ingest';
import type { QueuedReply } from '@balcao/core/messages';
import { apologise, giveUpTurn, postponeFailedTurn, type TurnsTaken, takeTurns } from '@balcao/core/orchestrator';
import { type DbCtx, inWorkspace } from '@balcao/db';
import { backoff, createPump, describeError } from '@balcao/kernel';
import { isAway, waitForDatabase } from '../database-away.ts';
import { countTurns } from './count-turns.ts';

/** At most so many conversations in one transaction. */
const TURNS_PER_BATCH = 200;

export interface TurnLane {
  wake(conversations: ReadonlyMap<string, Cause | undefined>): void;
  idle(): Promise<void>;
}

export interface TurnParts {
  queued(items: readonly QueuedReply[]): void;
  /** What the bot asks of the outside world, and of what nothing more is wanted. */
  errands(workspaceId: string, taken: TurnsTaken): void;
  /** The program ends: what is not begun is left to its rows. */
  stopped(): boolean;
}

/** One workspace's turns, a batch at a time. What it is woken for is a hint; the rows say what is due. */
export function createTurnLane(ctx: DbCtx, workspaceId: string, parts: TurnParts): TurnLane {
  const inside = inWorkspace({ ...ctx, actor: { kind: 'bot' } }, workspaceId);
  const waiting = new Map<string, Cause | undefined>();
  const turns = ctx.metrics.counter('balcao_replies_queued_total', 'Replies that the bot queued').bind({});
  const count = countTurns(ctx);

  async function take(causes: ReadonlyMap<string, Cause | undefined>): Promise<void> {
    const start = ctx.clock.now();
    const taken = await takeTurns(inside, [...causes.keys()]);
    turns.inc(taken.queued.length);
    count(taken.turns);
    const items = taken.queued.map((item) => ({ ...item, cause: causes.get(item.conversationId) }));
    if (ctx.tracing.enabled)
      for (const { cause } of items) ctx.tracing.record('turn', { start, end: ctx.clock.now(), parent: cause?.trace });
    parts.queued(items);
    if (taken.errands.length > 0 || taken.dropped.length > 0) parts.errands(workspaceId, taken);
  }

  async function step(): Promise<boolean> {
    const causes = new Map([...waiting].slice(0, TURNS_PER_BATCH));
    if (causes.size === 0 || parts.stopped()) return false;
    for (const id of causes.keys()) waiting.delete(id);
    try {
      await take(causes);
    } catch (error) {
      if (isAway(error)) {
        for (const [id, cause] of causes) waiting.set(id, cause);
        await waitForDatabase(ctx, error);
      } else {
        ctx.log.warn({ err: error, workspaceId }, 'a batch of turns failed; they are taken one by one');
        for (const [id, cause] of causes) await takeAlone(id, cause);
      }
    }
    return waiting.size > 0;
  }

  async function takeAlone(id: string, cause: Cause | undefined): Promise<void> {
    try {
      await take(new Map([[id, cause]]));
    } catch (error) {
      if (isAway(error)) {
        waiting.set(id, cause);
        await waitForDatabase(ctx, error);
        return;
      }
      ctx.log.error({ err: error, correlationId: id }, 'a turn failed');
      const firstWaitMs = backoff(1, { baseMs: 1_500, maxMs: 1_500, floorMs: 1_000 }, ctx.random);
      if (!(await postponeFailedTurn(inside, id, firstWaitMs))) return;
      await giveUpTurn(inside, id, describeError(error));
      parts.queued(await apologise(inside, id));
    }
  }

  const pump = createPump(step, (error) => ctx.log.error({ err: error, workspaceId }, 'a turn lane stumbled'));
  return {
    wake(conversations) {
      for (const [id, cause] of conversations) waiting.set(id, waiting.get(id) ?? cause);
      pump.wake();
    },
    idle: pump.idle,
  };
}
