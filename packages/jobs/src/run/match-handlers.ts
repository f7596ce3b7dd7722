import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Job, PayloadSchema } from '../define-job.ts';

export interface JobInfo {
  readonly jobId: string;
  /** Absent: a job of the house itself. */
  readonly workspaceId: string | undefined;
  /** From 1. */
  readonly attempt: number;
  /** When this attempt fails, the job becomes a dead letter. */
  readonly lastAttempt: boolean;
  /** Aborted at the timeout, and when the program stops and will wait no longer. */
  readonly signal: AbortSignal;
  readonly enqueuedAt: Date;
}

export type JobHandler<P> = (ctx: DbCtx, payload: P, info: JobInfo) => Promise<void>;

/** Jobs of any payload; each handler gets what its own job's schema lets through. */
export interface AnyJob extends Omit<Job<never>, 'schema'> {
  readonly schema: PayloadSchema<unknown>;
}
export type JobHandlers = Readonly<Record<string, JobHandler<never>>>;

export interface Matched {
  readonly job: Job<unknown>;
  readonly handler: JobHandler<unknown>;
}

/** Every fault at once: a job without a handler would wait for ever, one with two would be done by chance. */
export function matchHandlers(
  definitions: readonly AnyJob[],
  handlers: readonly JobHandlers[],
): ReadonlyMap<string, Matched> {
  const faults: string[] = [];
  const found = new Map<string, JobHandler<never>>();
  for (const map of handlers) {
    for (const [name, handler] of Object.entries(map)) {
      if (found.has(name)) faults.push(`"${name}" has two handlers`);
      found.set(name, handler);
    }
  }
  const matched = new Map<string, Matched>();
  for (const job of definitions) {
    const handler = found.get(job.name);
    if (matched.has(job.name)) faults.push(`"${job.name}" is defined twice`);
    if (handler === undefined) faults.push(`"${job.name}" has no handler`);
    // Payloads go through the job's own schema before its handler sees them: that makes the types true.
    else matched.set(job.name, { job: job as unknown as Job<unknown>, handler: handler as JobHandler<unknown> });
  }
  const known = new Set(definitions.map(({ name }) => name));
  for (const name of found.keys()) if (!known.has(name)) faults.push(`the handler "${name}" belongs to no job`);
  if (faults.length > 0) throw new Fault('internal', `The jobs and their handlers do not match: ${faults.join('; ')}.`);
  return matched;
}
