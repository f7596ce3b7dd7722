import { type DbCtx, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { enqueueDead } from '@balcao/jobs';
import { giveFloor } from '../../conversations/index.ts';
import { record } from '../../ledger/index.ts';
import { dropTurn, dueTurns, postponeTurn, requeueTurn, withNobody } from '../turns/rows.ts';
import { takeTurnJob } from './jobs.ts';

export const MAX_TURN_ATTEMPTS = 5;

export interface PostponedTurn {
  readonly workspaceId: string;
  readonly conversationId: string;
}

/** Conversations whose turn is due, oldest first, over all workspaces: for the sweeper, when a wake-up was lost. */
export function turnsDue(ctx: DbCtx, limit: number): Promise<PostponedTurn[]> {
  return withConveyor(ctx, (tx) => tx.rows<PostponedTurn>(dueTurns, [ctx.clock.now(), limit]));
}

/** Puts a failed turn off, each time for twice as long. Says whether it has failed too often. */
export function postponeFailedTurn(ctx: WorkspaceCtx, conversationId: string, firstWaitMs: number): Promise<boolean> {
  return withWorkspace(ctx, async (tx) => {
    const params = [ctx.workspaceId, conversationId, ctx.clock.now(), firstWaitMs];
    const row = await tx.one<{ attempts: number }>(postponeTurn, params);
    return row !== undefined && row.attempts >= MAX_TURN_ATTEMPTS;
  });
}

/** The turn failed too often: it is taken out of the way and kept as a dead letter. */
export function giveUpTurn(ctx: WorkspaceCtx, conversationId: string, reason: string): Promise<void> {
  return withWorkspace(ctx, async (tx) => {
    const dropped = await tx.one<{ fromId: string; attempts: number }>(dropTurn, [ctx.workspaceId, conversationId]);
    if (dropped === undefined) return;
    const payload = { workspaceId: ctx.workspaceId, conversationId, fromMessageId: dropped.fromId };
    await enqueueDead(tx, ctx, takeTurnJob, payload, {
      workspaceId: ctx.workspaceId,
      reason,
      attempts: dropped.attempts,
    });
    await record(tx, ctx, [{ type: 'turn.given_up', conversationId, data: { reason } }]);
  });
}

/** A dead letter replayed: the turn is due again, from the message it began with. The bot has the word for it, unless a person took the ticket. */
export function retryTurn(ctx: WorkspaceCtx, conversationId: string, fromMessageId: string): Promise<void> {
  return withWorkspace(ctx, async (tx) => {
    const free = await tx.rows<{ id: string }>(withNobody, [ctx.workspaceId, conversationId]);
    await giveFloor(
      ctx,
      tx,
      free.map((row) => row.id),
      'bot',
      ctx.clock.now(),
    );
    await tx.run(requeueTurn, [ctx.workspaceId, conversationId, fromMessageId, ctx.clock.now()]);
  });
}
