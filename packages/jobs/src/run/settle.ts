import { conveyorStatement, type DbCtx } from '@balcao/db';
import { backoff, createBatcher, describeError, Fault } from '@balcao/kernel';
import type { Job } from '../define-job.ts';
import { bury, deleteDone, putBackForLater, release } from '../rows.ts';

export interface ClaimedJob {
  readonly id: string;
  readonly workspaceId: string | null;
  readonly name: string;
  readonly lane: string | null;
  readonly payload: unknown;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly trace: string | null;
  readonly createdAt: Date;
  readonly seq: number;
}

export type Ending =
  | { readonly as: 'done' }
  | { readonly as: 'released' }
  | { readonly as: 'retried'; readonly error: unknown; readonly runAt: Date }
  | { readonly as: 'dead'; readonly error: unknown };

/** False when the claim was no longer ours. Keeps trying while the database is away. */
export type Settle = (job: ClaimedJob, ending: Ending) => Promise<boolean>;

export function endingOf(ctx: DbCtx, claimed: ClaimedJob, job: Job<unknown>, error: unknown): Ending {
  if (claimed.attempts >= claimed.maxAttempts) return { as: 'dead', error };
  const wait = backoff(claimed.attempts, job.backoff, ctx.random);
  return { as: 'retried', error, runAt: new Date(ctx.clock.now().getTime() + wait) };
}

export function createSettle(ctx: DbCtx, workerId: string): Settle {
  const done = createBatcher<ClaimedJob, boolean>({
    maxItems: 500,
    async run(jobs) {
      const params = [jobs.map((job) => job.id), jobs.map((job) => job.attempts), workerId];
      const rows = await untilReachable(ctx, () => conveyorStatement<{ id: string }>(ctx, deleteDone, params));
      const gone = new Set(rows.map((row) => row.id));
      return jobs.map((job) => gone.has(job.id));
    },
  });
  return async (job, ending) => {
    const claim = [job.id, job.attempts, workerId];
    switch (ending.as) {
      case 'done':
        return done.add(job);
      case 'released':
        return affects(ctx, release, claim);
      case 'retried':
        return affects(ctx, putBackForLater, [...claim, ending.runAt, describeError(ending.error)]);
      case 'dead': {
        // The attempt that never ran, after the last one took its worker along, is not counted.
        const tried = Math.min(job.attempts, job.maxAttempts);
        return affects(ctx, bury, [...claim, ctx.clock.now(), describeError(ending.error), tried]);
      }
    }
  };
}

async function affects(ctx: DbCtx, statement: typeof release, params: readonly unknown[]): Promise<boolean> {
  const rows = await untilReachable(ctx, () => conveyorStatement(ctx, statement, params));
  return rows.length > 0;
}

/** Long enough for a database to be restarted; after that the job is another worker's, or ours again, by its claim. */
const REACHABLE_TRIES = 60;

async function untilReachable<T>(ctx: DbCtx, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'unavailable' || tries >= REACHABLE_TRIES) throw error;
      await ctx.clock.sleep(backoff(tries, { baseMs: 50, maxMs: 1_000, floorMs: 20 }, ctx.random));
    }
  }
}
