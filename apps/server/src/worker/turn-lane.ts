import type { QueuedReply } from '@balcao/core/messages';
import { giveUpTurn, postponeFailedTurn, takeTurns } from '@balcao/core/orchestrator';
import { type DbCtx, inWorkspace } from '@balcao/db';
import { backoff, createPump } from '@balcao/kernel';
import { isAway, reasonOf, waitForDatabase } from './ingest-lane.ts';

/** At most so many conversations in one transaction. */
const TURNS_PER_BATCH = 200;

export interface TurnLane {
  wake(conversationIds: readonly string[]): void;
  idle(): Promise<void>;
}

/** One workspace's turns, a batch at a time. What it is woken for is a hint; the rows say what is due. */
export function createTurnLane(
  ctx: DbCtx,
  workspaceId: string,
  queued: (items: readonly QueuedReply[]) => void,
): TurnLane {
  const inside = inWorkspace({ ...ctx, actor: { kind: 'bot' } }, workspaceId);
  const waiting = new Set<string>();
  const turns = ctx.metrics.counter('balcao_replies_queued_total', 'Replies that the bot queued').bind({});

  async function take(ids: readonly string[]): Promise<void> {
    const run = () => takeTurns(inside, ids);
    const items = await (ctx.tracing.enabled ? ctx.tracing.span('turn', { 'balcao.turns': ids.length }, run) : run());
    turns.inc(items.length);
    queued(items);
  }

  async function step(): Promise<boolean> {
    const ids = [...waiting].slice(0, TURNS_PER_BATCH);
    if (ids.length === 0) return false;
    for (const id of ids) waiting.delete(id);
    try {
      await take(ids);
    } catch (error) {
      if (isAway(error)) {
        for (const id of ids) waiting.add(id);
        await waitForDatabase(ctx, error);
      } else {
        ctx.log.warn({ err: error, workspaceId }, 'a batch of turns failed; they are taken one by one');
        for (const id of ids) await takeAlone(id);
      }
    }
    return waiting.size > 0;
  }

  async function takeAlone(id: string): Promise<void> {
    try {
      await take([id]);
    } catch (error) {
      ctx.log.error({ err: error, correlationId: id }, 'a turn failed');
      const waitMs = backoff(2, { baseMs: 2_000, maxMs: 60_000, floorMs: 1_000 }, ctx.random);
      if (await postponeFailedTurn(inside, id, waitMs)) await giveUpTurn(inside, id, reasonOf(error));
    }
  }

  const pump = createPump(step, (error) => ctx.log.error({ err: error, workspaceId }, 'a turn lane stumbled'));
  return {
    wake(conversationIds) {
      for (const id of conversationIds) waiting.add(id);
      pump.wake();
    },
    idle: pump.idle,
  };
}
