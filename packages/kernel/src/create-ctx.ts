import { systemClock } from './clock.ts';
import type { Config } from './config/index.ts';
import type { Actor, Ctx } from './ctx.ts';
import { createHttpClient } from './http/index.ts';
import { createIds } from './ids.ts';
import { openKeyFile } from './key-file.ts';
import { createLog } from './log/index.ts';
import { createMetrics } from './metrics.ts';
import { createKeyRing } from './seal.ts';
import { noTracing } from './tracing.ts';

/** The context of a whole program; `deriveCtx` makes those of its requests and jobs. */
export function createCtx(config: Config, overrides: Partial<Ctx> = {}): Ctx {
  const clock = overrides.clock ?? systemClock;
  return {
    config,
    clock,
    ids: overrides.ids ?? createIds(clock),
    random: overrides.random ?? Math.random,
    http: overrides.http ?? createHttpClient(),
    keys: overrides.keys ?? createKeyRing(config.secretKeys ?? openKeyFile(config.dataDir)),
    log: overrides.log ?? createLog({ level: config.logLevel }),
    metrics: overrides.metrics ?? createMetrics(),
    tracing: overrides.tracing ?? noTracing,
    actor: overrides.actor ?? { kind: 'system' },
  };
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
