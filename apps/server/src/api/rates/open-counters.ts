import type { DbCtx } from '@balcao/db';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import { createClient } from 'redis';

/** Longer than this nobody waits for Redis: it is counted here instead. */
const ANSWER_WITHIN_MS = 250;
const RECONNECT_AT_MOST_MS = 5_000;

export type Counter = Pick<RateLimiterAbstract, 'consume' | 'get'>;

export interface Counters {
  /** So many in a minute, counted under this name. */
  perMinute(name: string, points: number): Counter;
  close(): void;
}

/** Redis counts for all processes while it is there; otherwise each counts what it answers itself. */
export function openCounters(ctx: Pick<DbCtx, 'config' | 'log'>): Counters {
  const url = ctx.config.redisUrl?.reveal();
  const inMemory = (name: string, points: number) => new RateLimiterMemory({ keyPrefix: name, points, duration: 60 });
  if (url === undefined) return { perMinute: inMemory, close: () => undefined };

  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    pingInterval: 10_000,
    socket: { reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, RECONNECT_AT_MOST_MS), connectTimeout: 2_000 },
  });
  let away = false;
  client.on('ready', () => {
    away = false;
  });
  client.on('error', (error: unknown) => {
    if (!away)
      ctx.log.warn({ err: error }, 'Redis is away; each process counts the requests that it answers meanwhile');
    away = true;
  });
  // Not awaited: requests are counted here until it comes.
  client.connect().catch(() => undefined);
  return {
    perMinute(name, points) {
      const own = inMemory(name, points);
      const shared = new RateLimiterRedis({
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        keyPrefix: `balcao:rate:${name}`,
        points,
        duration: 60,
      });
      return new RLWrapperTimeouts({ limiter: shared, timeoutMs: ANSWER_WITHIN_MS, insuranceLimiter: own });
    },
    close: () => client.destroy(),
  };
}
