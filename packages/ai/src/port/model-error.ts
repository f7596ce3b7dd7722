import { Fault } from '@balcao/kernel';

/** What can go wrong with a model, and what follows from it: is the same model asked again, is another one asked, is it the model's fault (the breaker counts it). */
export const modelFailures = {
  timeout: { again: false, another: true, counts: true },
  unreachable: { again: true, another: true, counts: true },
  server: { again: true, another: true, counts: true },
  rate_limited: { again: true, another: true, counts: false },
  quota: { again: false, another: true, counts: true },
  auth: { again: false, another: true, counts: true },
  /** The vendor's safety filter, or the model itself. Another one is not asked until somebody gives in. */
  refused: { again: false, another: false, counts: false },
  garbage: { again: true, another: true, counts: true },
  empty: { again: true, another: true, counts: true },
  /** Our request, the model's name or the address is wrong. */
  bad_request: { again: false, another: true, counts: true },
  breaker_open: { again: false, another: true, counts: false },
  /** Waiting for its turn under the vendor's quota would take longer than there is time. */
  paced: { again: false, another: true, counts: false },
  /** This company has as many requests under way as it may. */
  crowded: { again: false, another: false, counts: false },
  aborted: { again: false, another: false, counts: false },
} as const satisfies Record<string, { again: boolean; another: boolean; counts: boolean }>;

export type ModelFailure = keyof typeof modelFailures;

export interface Tried {
  readonly modelId: string;
  readonly failure: ModelFailure;
  readonly ms: number;
}

/** The detail never quotes what the vendor wrote: it may echo the prompt. */
export class ModelError extends Fault {
  readonly failure: ModelFailure;
  readonly retryAfterMs: number | undefined;
  /** Which model, once it is known. */
  readonly modelId: string | undefined;
  /** All that were asked, this one included. */
  readonly tried: readonly Tried[];
  constructor(failure: ModelFailure, detail: string, more: ModelErrorFacts = {}) {
    const { retryAfterMs, modelId, status, cause, tried = [] } = more;
    super('provider_failed', detail, { failure, ...(status === undefined ? {} : { status }) }, cause);
    this.name = 'ModelError';
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
    this.modelId = modelId;
    this.tried = tried;
  }
}

export interface ModelErrorFacts {
  readonly retryAfterMs?: number | undefined;
  readonly modelId?: string | undefined;
  readonly status?: number | undefined;
  readonly tried?: readonly Tried[] | undefined;
  readonly cause?: unknown;
}
