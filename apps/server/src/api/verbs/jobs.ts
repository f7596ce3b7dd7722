import { listDead, replayDead } from '@balcao/jobs';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';

/** The queue keeps its own transactions: replaying twice brings nothing back twice. */
export const jobVerbs: Pick<Verbs, 'jobs.dead' | 'jobs.replay'> = {
  'jobs.dead': async ({ ctx }, _tx, { name, before, limit }) => {
    const filter = { limit, ...(name === undefined ? {} : { name }), ...(before === undefined ? {} : { before }) };
    const jobs = (await listDead(ctx, filter)).map((job) => ({
      id: job.id,
      name: job.name,
      reason: job.reason,
      attempts: job.attempts,
      enqueuedAt: time(job.enqueuedAt),
      failedAt: time(job.failedAt),
    }));
    return { jobs, next: jobs.length < limit ? null : (jobs.at(-1)?.id ?? null) };
  },
  'jobs.replay': async ({ ctx }, _tx, input) => ({ replayed: await replayDead(ctx, { ids: input.ids }) }),
};
