import type { Tx } from '@balcao/db';
import { type Ctx, describeError, Fault } from '@balcao/kernel';
import { checkPayload } from './check-payload.ts';
import type { Job } from './define-job.ts';
import { insertDead } from './rows.ts';

export interface EnqueueDeadOptions {
  readonly workspaceId?: string | undefined;
  readonly reason: string;
  readonly attempts: number;
}

/** For work that failed outside the queue: from here it is listed and replayed like any other job. Returns its id. */
export async function enqueueDead<P>(
  tx: Tx,
  ctx: Ctx,
  job: Job<P>,
  payload: P,
  options: EnqueueDeadOptions,
): Promise<string> {
  const checked = checkPayload(job, payload);
  if ('reason' in checked) throw new Fault('invalid_input', `${job.name} cannot be enqueued: ${checked.reason}`);
  const id = ctx.ids.uuid();
  await tx.run(insertDead, [
    id,
    options.workspaceId ?? null,
    job.name,
    job.lane?.(checked.payload) ?? null,
    JSON.stringify(checked.payload ?? null),
    describeError(options.reason),
    options.attempts,
    job.maxAttempts,
    ctx.tracing.current() ?? null,
    ctx.clock.now(),
  ]);
  return id;
}
