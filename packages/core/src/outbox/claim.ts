import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { type QueuedReply, refuseWithdrawn } from '../messages/index.ts';
import { claimRows, lockPace, payPace, stillQueued } from './rows.ts';

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
  /** These were tried: what is neither claimed nor blocked is in other hands, or done. */
  readonly tried: readonly QueuedReply[];
  /** They wait behind an earlier message of their conversation, which is in other hands. */
  readonly blocked: readonly QueuedReply[];
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
    const pace = channel.perSecond > UNPACED_PER_SECOND ? undefined : await lockedPace(ctx, tx, channel);
    const tried = items.slice(0, pace?.room ?? items.length);
    const waitMs = tried.length < items.length ? (pace?.waitMs ?? 0) : 0;
    if (tried.length === 0) return { claimed: [], tried, blocked: [], waitMs };
    const ids = tried.map((item) => item.id);
    type Row = { id: string; attempts: number; unknowns: number; withdrawn: boolean };
    const taken = await tx.rows<Row>(claimRows, [ctx.workspaceId, ids, ctx.clock.now(), workerId]);
    const rows = taken.filter((row) => !row.withdrawn);
    // A person took the word while they were on their way and came back: they go no further.
    const withdrawn = taken.filter((row) => row.withdrawn).map((row) => row.id);
    await refuseWithdrawn(ctx, tx, channel.id, withdrawn);
    // Paid for what was won only: what another worker sends is paid for there.
    if (pace && rows.length > 0) await tx.run(payPace, [ctx.workspaceId, channel.id, pace.paidAfter(rows.length)]);
    const won = new Map(rows.map((row) => [row.id, row]));
    const claimed = tried.flatMap((item) => {
      const row = won.get(item.id);
      return row === undefined ? [] : [{ ...item, attempts: row.attempts, unknowns: row.unknowns }];
    });
    const missed = tried.filter((item) => !won.has(item.id) && !withdrawn.includes(item.id));
    return { claimed, tried, waitMs, blocked: await blockedOf(ctx, tx, missed) };
  });
}

async function blockedOf(ctx: WorkspaceCtx, tx: Tx, missed: readonly QueuedReply[]): Promise<QueuedReply[]> {
  if (missed.length === 0) return [];
  const ids = missed.map((item) => item.id);
  const queued = await tx.rows<{ id: string }>(stillQueued, [ctx.workspaceId, ids]);
  const waiting = new Set(queued.map((row) => row.id));
  return missed.filter((item) => waiting.has(item.id));
}

interface Pace {
  /** So many fit now. */
  readonly room: number;
  readonly waitMs: number;
  /** Until when the number is spoken for once so many have gone. */
  paidAfter(sends: number): Date;
}

/** The number's pace over all workers (GCRA), locked until our commit. */
async function lockedPace(ctx: WorkspaceCtx, tx: Tx, channel: { id: string; perSecond: number }): Promise<Pace> {
  const now = ctx.clock.now();
  const stepMs = (1_000 * UNDER) / channel.perSecond;
  const locked = await tx.one<{ paidUntil: Date }>(lockPace, [ctx.workspaceId, channel.id, now]);
  const paidUntil = locked?.paidUntil.getTime() ?? now.getTime();
  const aheadMs = paidUntil - now.getTime();
  return {
    room: Math.max(0, Math.floor((Math.max(AHEAD_MS, stepMs) - aheadMs) / stepMs)),
    waitMs: Math.max(stepMs, aheadMs - AHEAD_MS + stepMs),
    paidAfter: (sends) => new Date(paidUntil + Math.ceil(sends * stepMs)),
  };
}
