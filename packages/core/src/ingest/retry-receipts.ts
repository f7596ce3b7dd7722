import { conveyorStatement, type DbCtx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { enqueueDead } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { processReceiptJob } from './jobs.ts';
import { RECEIPTS_PER_BATCH } from './process-receipts.ts';
import { lanesWithWork, peekWork, postponeWork, receiptIsKept, requeueWork, takeOneWork } from './rows.ts';

export const MAX_RECEIPT_ATTEMPTS = 6;

export interface Lane {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Channels whose work nobody has taken up since `before`: a wake-up was lost, or a worker. */
export function lanesDue(ctx: DbCtx, before: Date): Promise<Lane[]> {
  return conveyorStatement<Lane>(ctx, lanesWithWork, [before, ctx.clock.now()]);
}

/** The receipts that a failed batch was made of, to be tried one by one. */
export function receiptsOfLane(ctx: WorkspaceCtx, channelId: string): Promise<string[]> {
  return withWorkspace(ctx, async (tx) => {
    const params = [ctx.workspaceId, channelId, ctx.clock.now(), RECEIPTS_PER_BATCH];
    return (await tx.rows<{ receiptId: string }>(peekWork, params)).map((row) => row.receiptId);
  });
}

/** A receipt that fails alone waits longer each time; in the end it becomes a dead letter, with its reason, to be replayed. */
export function postponeReceipt(
  ctx: WorkspaceCtx,
  channelId: string,
  receiptId: string,
  failure: { reason: string; firstWaitMs: number },
): Promise<void> {
  return withWorkspace(ctx, async (tx) => {
    const key = [ctx.workspaceId, channelId, receiptId];
    const row = await tx.one<{ attempts: number }>(postponeWork, [
      ...key,
      ctx.clock.now(),
      failure.reason,
      failure.firstWaitMs,
    ]);
    if (row === undefined || row.attempts < MAX_RECEIPT_ATTEMPTS) return;
    await tx.run(takeOneWork, key);
    const payload = { workspaceId: ctx.workspaceId, channelId, receiptId };
    await enqueueDead(tx, ctx, processReceiptJob, payload, {
      workspaceId: ctx.workspaceId,
      reason: failure.reason,
      attempts: row.attempts,
    });
    await record(tx, ctx, [{ type: 'receipt.given_up', data: { receiptId, channelId } }]);
  });
}

/** A dead letter replayed: the receipt is work again, as long as its body is kept. */
export async function requeueReceipt(ctx: WorkspaceCtx, channelId: string, receiptId: string): Promise<void> {
  const kept = await conveyorStatement(ctx, receiptIsKept, [receiptId]);
  if (kept.length === 0) throw new Fault('not_found', 'this receipt is older than receipts are kept');
  await withWorkspace(ctx, (tx) => tx.run(requeueWork, [ctx.workspaceId, channelId, receiptId, ctx.clock.now()]));
}
