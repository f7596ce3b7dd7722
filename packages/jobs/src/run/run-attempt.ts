import type { DbCtx } from '@balcao/db';
import { deriveCtx, Fault } from '@balcao/kernel';
import { checkPayload } from '../check-payload.ts';
import type { JobInfo, Matched } from './match-handlers.ts';
import { type ClaimedJob, type Ending, endingOf } from './settle.ts';

/** A handler that ignores its aborted signal is left behind after this: its slot and its lane are needed. */
const DEAF_MS = 5_000;

/** The reason by which an attempt knows that it is not its own fault. */
export const STOPPING = new Fault('unavailable', 'the program stops');

/** One attempt at one job, to its ending. Never throws. */
export async function runAttempt(
  ctx: DbCtx,
  claimed: ClaimedJob,
  matched: Matched,
  abort: AbortController,
): Promise<Ending> {
  const { job, handler } = matched;
  if (claimed.attempts > claimed.maxAttempts)
    return {
      as: 'dead',
      error: new Fault('internal', 'the program ended in the middle of this job, at its last attempt'),
    };
  const checked = checkPayload(job, claimed.payload);
  if ('reason' in checked) return { as: 'dead', error: new Fault('invalid_input', checked.reason) };

  const info: JobInfo = {
    jobId: claimed.id,
    workspaceId: claimed.workspaceId ?? undefined,
    attempt: claimed.attempts,
    lastAttempt: claimed.attempts >= claimed.maxAttempts,
    signal: abort.signal,
    enqueuedAt: claimed.createdAt,
  };
  const inside = deriveCtx(ctx, {
    actor: { kind: 'system', id: claimed.name },
    requestId: claimed.id,
    ...correlationOf(claimed.payload),
  });
  const work = () =>
    ctx.tracing.span(
      `job ${claimed.name}`,
      { 'job.id': claimed.id, 'job.attempt': claimed.attempts },
      () => handler(inside, checked.payload, info),
      claimed.trace ?? undefined,
    );
  try {
    await withinTime(ctx, work, job.timeoutMs, abort);
    return { as: 'done' };
  } catch (error) {
    if (abort.signal.reason === STOPPING) return { as: 'released' };
    return endingOf(ctx, claimed, job, error);
  }
}

/** A job of a conversation says so on its lines of the log, like everything else about it. */
export function correlationOf(payload: unknown): { correlationId?: string } {
  if (typeof payload !== 'object' || payload === null || !('conversationId' in payload)) return {};
  return typeof payload.conversationId === 'string' ? { correlationId: payload.conversationId } : {};
}

async function withinTime(ctx: DbCtx, work: () => Promise<void>, ms: number, abort: AbortController): Promise<void> {
  const over = new AbortController();
  const tooLong = new Fault('unavailable', `it took longer than ${ms} ms`);
  const timeout = async () => {
    await ctx.clock.sleep(ms, over.signal);
    if (over.signal.aborted) return;
    abort.abort(tooLong);
    await ctx.clock.sleep(DEAF_MS, over.signal);
    if (!over.signal.aborted) throw tooLong;
  };
  try {
    // The loser of the race is never settled again, or is the timeout that ended quietly.
    await Promise.race([work(), timeout().then(() => new Promise<never>(() => undefined))]);
    // Whoever was told to stop may have returned in the middle: only an attempt that was left alone is done.
    abort.signal.throwIfAborted();
  } finally {
    over.abort();
  }
}
