import { type BackoffOptions, Fault } from '@balcao/kernel';

/** As much of a zod schema as a job needs. */
export interface PayloadSchema<P> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: P }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

export interface Job<P> {
  readonly name: string;
  readonly schema: PayloadSchema<P>;
  /** How often it may be tried before it becomes a dead letter. */
  readonly maxAttempts: number;
  /** Of one attempt; after it the signal is aborted and the attempt has failed. */
  readonly timeoutMs: number;
  readonly backoff: BackoffOptions;
  /** Jobs of one lane (within the workspace) run one at a time, in the order they were enqueued. */
  readonly lane?: (payload: P) => string;
}

export interface JobOptions<P> extends Omit<Job<P>, 'backoff'> {
  readonly backoff?: BackoffOptions;
}

const DEFAULT_BACKOFF: BackoffOptions = { baseMs: 1_000, maxMs: 10 * 60_000 };

export function defineJob<P>(options: JobOptions<P>): Job<P> {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(options.name))
    throw new Fault('internal', `A job is named room.verb in lower case; "${options.name}" is not.`);
  return { backoff: DEFAULT_BACKOFF, ...options };
}
