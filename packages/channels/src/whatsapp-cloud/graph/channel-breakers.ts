import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
} from 'cockatiel';
import type { GraphCtx } from './graph-ctx.ts';

/** In a row: one send in ten failing (a bad day at Meta) never opens it, a Graph API that is away does at once. */
const failuresToOpen = 10;
const reopenAfter = { initialDelay: 1_000, maxDelay: 15_000 };
const maxChannels = 5_000;

/** Says of a result that the Graph API itself was in trouble, whoever's message it was. */
export interface Troubled {
  readonly troubled: boolean;
}

/** One breaker per channel, made once and kept: building a policy per send would cost more than the send. */
export interface ChannelBreakers {
  /** undefined: open, nothing was tried. */
  run<T extends Troubled>(channelId: string, call: () => Promise<T>): Promise<T | undefined>;
}

interface Guard {
  readonly breaker: CircuitBreakerPolicy;
  /** When the latest call that went well had begun. */
  wellSince: number;
}

export function createChannelBreakers(ctx: Pick<GraphCtx, 'log' | 'clock'>): ChannelBreakers {
  const breakers = new Map<string, Guard>();
  function guardOf(channelId: string): Guard {
    const known = breakers.get(channelId);
    if (known !== undefined) return known;
    // The oldest goes: at worst its channel learns again that the Graph API is away.
    if (breakers.size >= maxChannels) breakers.delete(breakers.keys().next().value ?? '');
    const guard = { breaker: createBreaker(channelId, ctx), wellSince: Number.NEGATIVE_INFINITY };
    breakers.set(channelId, guard);
    return guard;
  }
  /** A call that hung while later ones went well says nothing of the Graph API as it is now. */
  async function judge<T extends Troubled>(guard: Guard, call: () => Promise<T>): Promise<T> {
    const began = ctx.clock.monotonic();
    const result = await call();
    if (result.troubled) return guard.wellSince > began ? { ...result, troubled: false } : result;
    guard.wellSince = Math.max(guard.wellSince, began);
    return result;
  }
  return {
    async run(channelId, call) {
      const guard = guardOf(channelId);
      try {
        return await guard.breaker.execute(() => judge(guard, call));
      } catch (error) {
        if (error instanceof BrokenCircuitError) return undefined;
        throw error;
      }
    },
  };
}

function createBreaker(channelId: string, ctx: Pick<GraphCtx, 'log'>): CircuitBreakerPolicy {
  const trouble = handleWhenResult((result) => (result as Troubled).troubled); // run() takes nothing else
  const breaker = circuitBreaker(trouble, {
    halfOpenAfter: new ExponentialBackoff(reopenAfter),
    breaker: new ConsecutiveBreaker(failuresToOpen),
  });
  breaker.onBreak(() =>
    ctx.log.warn({ channelId }, 'The Graph API does not answer for this channel: pausing its calls.'),
  );
  breaker.onReset(() => ctx.log.info({ channelId }, 'The Graph API answers for this channel again.'));
  return breaker;
}
