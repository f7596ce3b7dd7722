import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config/index.ts';
import type { Actor, Ctx } from './ctx.ts';
import { createHttpClient } from './http/index.ts';
import { createIds } from './ids.ts';
import { openKeyFile } from './key-file.ts';
import { createLog, type Log } from './log/index.ts';
import { createMetrics } from './metrics/index.ts';
import { createKeyRing, type KeyRing } from './seal.ts';
import { createTracing, type Tracing } from './tracing/index.ts';

/** The context of a whole program; `deriveCtx` makes those of its requests and jobs. */
export function createCtx(config: Config, overrides: Partial<Ctx> = {}): Ctx {
  const clock = overrides.clock ?? systemClock;
  const tracing = overrides.tracing ?? createTracing(config);
  return {
    config,
    clock,
    ids: overrides.ids ?? createIds(clock),
    random: overrides.random ?? Math.random,
    http: overrides.http ?? createHttpClient(config.outbound),
    keys: overrides.keys ?? keysOf(config),
    log: overrides.log ?? logOf(config, clock, tracing),
    metrics: overrides.metrics ?? createMetrics(),
    tracing,
    actor: overrides.actor ?? { kind: 'system' },
  };
}

function keysOf({ secretKeys, dataDir }: Config): KeyRing {
  if (secretKeys !== undefined) return createKeyRing(secretKeys);
  return createKeyRing(openKeyFile(dataDir), () => openKeyFile(dataDir));
}

function logOf(config: Config, clock: Clock, tracing: Tracing): Log {
  return createLog({
    level: config.logLevel,
    dir: config.logDir,
    clock,
    base: { role: config.role, pid: process.pid },
    ...(tracing.enabled ? { traceparent: () => tracing.current() } : {}),
  });
}

export interface CtxChange {
  readonly actor?: Actor;
  readonly requestId?: string;
  readonly correlationId?: string;
}

/** The same context for one request, job or conversation: its ids are on every log line. */
export function deriveCtx<C extends Ctx>(ctx: C, change: CtxChange): C {
  const { actor: _actor, ...ids } = change;
  return { ...ctx, ...change, log: Object.keys(ids).length > 0 ? ctx.log.child(ids) : ctx.log };
}

/** Writes out what the recorders still hold. The last thing a program does. */
export async function closeCtx(ctx: Ctx): Promise<void> {
  await Promise.allSettled([ctx.tracing.shutdown(), ctx.http.close()]);
  ctx.log.flush();
}
