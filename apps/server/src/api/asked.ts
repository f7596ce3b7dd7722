import type { IdempotentRequest } from '@balcao/core/access';
import type { DbCtx } from '@balcao/db';
import type { FastifyRequest } from 'fastify';
import type { ApiParts, Caller } from './api-parts.ts';
import type { Rates } from './rates/index.ts';

export interface Api {
  readonly ctx: DbCtx;
  readonly parts: ApiParts;
  readonly rates: Rates;
  readonly checkAnswers: boolean;
}

/** A request that may be answered: who asks, and what. */
export interface Asked {
  readonly caller: Caller;
  readonly input: unknown;
  readonly idempotent: IdempotentRequest | undefined;
  readonly request: FastifyRequest;
}

export interface Answered {
  readonly answer: unknown;
  readonly replayed: boolean;
}
