import type { Tx } from '@balcao/db';
import { type Ctx, Fault } from '@balcao/kernel';
import { ring } from './bell.ts';
import { checkPayload } from './check-payload.ts';
import type { Job } from './define-job.ts';
import { insertJobs } from './rows.ts';

export interface JobEntry<P> {
  readonly payload: P;
  /** Not before this instant; absent: at once. */
  readonly runAt?: Date | undefined;
  /** While an unfinished job of the name and workspace has the same key, this one is dropped. */
  readonly dedupeKey?: string | undefined;
}

export interface EnqueueManyOptions {
  /** Absent: the workspace of the transaction, or the house itself when it has none. */
  readonly workspaceId?: string | undefined;
}

/** Payloads are ids and small facts, not contents. */
const MAX_PAYLOAD_BYTES = 64 * 1024;

/** One statement for all of them. Returns the ids of those that were not dropped as repeats. */
export async function enqueueMany<P>(
  tx: Tx,
  ctx: Ctx,
  job: Job<P>,
  entries: readonly JobEntry<P>[],
  options: EnqueueManyOptions = {},
): Promise<string[]> {
  if (entries.length === 0) return [];
  const rows = entries.map((entry, n) => toRow(ctx, job, entry, n));
  const trace = ctx.tracing.current() ?? null;
  const params = [JSON.stringify(rows), options.workspaceId ?? null, job.name, ctx.clock.now(), job.maxAttempts, trace];
  const made = await tx.rows<{ id: string; state: string }>(insertJobs, params);
  // Whoever was before it may have ended while this transaction was open.
  const lined = made.some(({ state }) => state === 'lined');
  if (made.length > 0) tx.after(() => ring(lined));
  return made.map(({ id }) => id);
}

function toRow<P>(ctx: Ctx, job: Job<P>, entry: JobEntry<P>, n: number): Record<string, unknown> {
  const checked = checkPayload(job, entry.payload);
  if ('reason' in checked) throw new Fault('invalid_input', `${job.name} cannot be enqueued: ${checked.reason}`);
  const { payload } = checked;
  const size = Buffer.byteLength(JSON.stringify(payload) ?? 'null');
  if (size > MAX_PAYLOAD_BYTES)
    throw new Fault('over_limit', `the payload of ${job.name} is larger than 64 KiB`, { size });
  return {
    n,
    id: ctx.ids.uuid(),
    lane: job.lane?.(payload),
    payload: payload ?? null,
    run_at: entry.runAt,
    dedupe_key: entry.dedupeKey,
  };
}
