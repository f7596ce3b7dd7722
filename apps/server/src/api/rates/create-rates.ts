import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { FastifyReply } from 'fastify';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { type Counter, openCounters } from './open-counters.ts';

const REQUESTS_PER_MINUTE = 1_200;
/** Of one address that has neither key nor session: a whole shop signs in from one. */
const VISITS_PER_MINUTE = 300;
/** Wrong keys from one address: nobody types a key by hand. */
const REFUSALS_PER_MINUTE = 60;

export interface Rates {
  /** Counts a request of a key, a member or a session and says how it stands, in the headers too. */
  spend(asker: string, reply: FastifyReply): Promise<void>;
  /** The same for an address of which nobody is known. */
  visit(ip: string, reply: FastifyReply): Promise<void>;
  /** Refuses the keys of an address that had too many wrong ones. */
  mayTry(ip: string): Promise<void>;
  refused(ip: string): Promise<void>;
  close(): void;
}

export interface Limits {
  readonly perMinute?: number | undefined;
  readonly visitsPerMinute?: number | undefined;
}

export function createRates(ctx: Pick<DbCtx, 'config' | 'log'>, limits: Limits = {}): Rates {
  const counters = openCounters(ctx);
  const ofAskers = limits.perMinute ?? REQUESTS_PER_MINUTE;
  const ofVisits = limits.visitsPerMinute ?? VISITS_PER_MINUTE;
  const askers = counters.perMinute('asker', ofAskers);
  const visits = counters.perMinute('visit', ofVisits);
  const refusals = counters.perMinute('refusal', REFUSALS_PER_MINUTE);
  return {
    spend: (asker, reply) => count(askers, asker, ofAskers, reply),
    visit: (ip, reply) => count(visits, ip, ofVisits, reply),
    async mayTry(ip) {
      const state = await refusals.get(ip);
      if (state !== null && state.consumedPoints >= REFUSALS_PER_MINUTE)
        throw new Fault('too_many_requests', 'too many requests with a wrong key', { retryAfter: secondsOf(state) });
    },
    async refused(ip) {
      await consume(refusals, ip);
    },
    close: counters.close,
  };
}

async function count(counter: Counter, asker: string, perMinute: number, reply: FastifyReply): Promise<void> {
  const { state, over } = await consume(counter, asker);
  const reset = secondsOf(state);
  reply.headers({
    'ratelimit-policy': `${perMinute};w=60`,
    'ratelimit-limit': perMinute,
    'ratelimit-remaining': Math.max(0, state.remainingPoints),
    'ratelimit-reset': reset,
  });
  if (over)
    throw new Fault('too_many_requests', `more than ${perMinute} requests a minute`, {
      retryAfter: reset,
    });
}

const secondsOf = (state: RateLimiterRes): number => Math.max(1, Math.ceil(state.msBeforeNext / 1_000));

/** The library says "over" by throwing the state itself. */
async function consume(counter: Counter, key: string): Promise<{ state: RateLimiterRes; over: boolean }> {
  try {
    return { state: await counter.consume(key), over: false };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { state: error, over: true };
    throw error;
  }
}
