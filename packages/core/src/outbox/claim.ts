import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { QueuedReply } from '../messages/index.ts';
import { claimRows, takeSlots } from './rows.ts';

/** Above this a number is not paced by us: Meta's own ceiling is 1,000 a second. */
export const UNPACED_PER_SECOND = 1_000;

/** How far a number may run ahead of its pace: a burst of a quarter of a second, at least one message. */
const AHEAD_MS = 250;

export interface Claimed extends QueuedReply {
  readonly attempts: number;
  readonly unknowns: number;
}

export interface Claim {
  readonly claimed: readonly Claimed[];
  /** These were tried: what is not among the claimed is somebody else's, or not first in its conversation. */
  readonly tried: readonly QueuedReply[];
  /** When the number's pace let fewer through: come back after this. */
  readonly waitMs: number;
}

/** Marks messages of one channel as being sent by this worker, as many as the number's pace allows now. One commit for all. */
export function claim(
  ctx: WorkspaceCtx,
  workerId: string,
  channel: { id: string; perSecond: number },
  items: readonly QueuedReply[],
): Promise<Claim> {
  return withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    let tried = items;
    let waitMs = 0;
    if (channel.perSecond <= UNPACED_PER_SECOND) {
      const stepMs = 1_000 / channel.perSecond;
      const slots = await tx.one<{ n: number; aheadMs: number }>(takeSlots, [
        ctx.workspaceId,
        channel.id,
        items.length,
        stepMs,
        Math.max(AHEAD_MS, stepMs),
        now,
      ]);
      tried = items.slice(0, slots?.n ?? 0);
      if (tried.length < items.length) waitMs = Math.max(stepMs, (slots?.aheadMs ?? 0) - AHEAD_MS + stepMs);
    }
    if (tried.length === 0) return { claimed: [], tried, waitMs };
    const ids = tried.map((item) => item.id);
    type Row = { id: string; attempts: number; unknowns: number };
    const rows = await tx.rows<Row>(claimRows, [ctx.workspaceId, ids, now, workerId]);
    const won = new Map(rows.map((row) => [row.id, row]));
    const claimed = tried.flatMap((item) => {
      const row = won.get(item.id);
      return row === undefined ? [] : [{ ...item, attempts: row.attempts, unknowns: row.unknowns }];
    });
    return { claimed, tried, waitMs };
  });
}
