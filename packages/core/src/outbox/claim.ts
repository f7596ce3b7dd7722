import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { QueuedReply } from '../messages/index.ts';
import { claimRows, lockPace, payPace } from './rows.ts';

/** Above this a number is not paced by us: Meta's own ceiling is 1,000 a second. */
export const UNPACED_PER_SECOND = 1_000;

/** A number may run ahead of its pace by this, or by one message: enough to claim a few at once, not to be counted as too many. */
const AHEAD_MS = 25;

/** We stay this much under the provider's pace: it counts by a clock of its own, and the network bunches what we space out. */
const UNDER = 1.03;

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
    const slots = await takeSlots(ctx, tx, channel, items.length);
    const tried = items.slice(0, slots.granted);
    const { waitMs } = slots;
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

/** The number's pace over all workers (GCRA): as many of `wanted` as fit now, and when to come for the rest. */
async function takeSlots(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: { id: string; perSecond: number },
  wanted: number,
): Promise<{ granted: number; waitMs: number }> {
  if (channel.perSecond > UNPACED_PER_SECOND) return { granted: wanted, waitMs: 0 };
  const now = ctx.clock.now();
  const stepMs = (1_000 * UNDER) / channel.perSecond;
  const locked = await tx.one<{ paidUntil: Date }>(lockPace, [ctx.workspaceId, channel.id, now]);
  const paidUntil = locked?.paidUntil.getTime() ?? now.getTime();
  const aheadMs = paidUntil - now.getTime();
  const room = Math.floor((Math.max(AHEAD_MS, stepMs) - aheadMs) / stepMs);
  const granted = Math.max(0, Math.min(wanted, room));
  if (granted > 0)
    await tx.run(payPace, [ctx.workspaceId, channel.id, new Date(paidUntil + Math.ceil(granted * stepMs))]);
  return { granted, waitMs: granted === wanted ? 0 : Math.max(stepMs, aheadMs - AHEAD_MS + stepMs) };
}
