import { z } from 'zod';
import { defineJob, type JobOptions } from '../define-job.ts';

export interface Note {
  readonly text: string;
  readonly lane?: string | undefined;
}

/** A job that carries a text; `lane` puts it into one. */
export function noteJob(name: string, options: Partial<JobOptions<Note>> = {}) {
  return defineJob<Note>({
    name,
    schema: z.object({ text: z.string(), lane: z.string().optional() }),
    maxAttempts: 3,
    timeoutMs: 5_000,
    ...options,
  });
}
