import { Fault } from '@balcao/kernel';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export const REQUESTS_PER_MINUTE = 1_200;
/** Wrong keys from one address: nobody types a key by hand. */
const REFUSALS_PER_MINUTE = 60;

export interface Rates {
  /** Counts a request of a key, a member or a visitor and says how it stands, in the headers too. */
  spend(asker: string, reply: FastifyReply): Promise<void>;
  /** Refuses an address that had too many wrong keys. */
  mayTry(ip: string): Promise<void>;
  refused(ip: string): Promise<void>;
}

/** In memory: each process counts what it answers. */
export function createRates(perMinute = REQUESTS_PER_MINUTE): Rates {
  const requests = new RateLimiterMemory({ points: perMinute, duration: 60 });
  const refusals = new RateLimiterMemory({ points: REFUSALS_PER_MINUTE, duration: 60 });
  return {
    async spend(asker, reply) {
      const { state, over } = await consume(requests, asker);
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
    },
    async mayTry(ip) {
      const state = await refusals.get(ip);
      if (state !== null && state.consumedPoints >= REFUSALS_PER_MINUTE)
        throw new Fault('too_many_requests', 'too many requests with a wrong key', { retryAfter: secondsOf(state) });
    },
    async refused(ip) {
      await consume(refusals, ip);
    },
  };
}

const secondsOf = (state: RateLimiterRes): number => Math.max(1, Math.ceil(state.msBeforeNext / 1_000));

/** The library says "over" by throwing the state itself. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<{ state: RateLimiterRes; over: boolean }> {
  try {
    return { state: await limiter.consume(key), over: false };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { state: error, over: true };
    throw error;
  }
}
