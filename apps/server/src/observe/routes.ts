import { timingSafeEqual } from 'node:crypto';
import type { DbCtx } from '@balcao/db';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkHealth, readBacklogs, type StageBacklog } from './health.ts';

export interface ObserveParts {
  /** False from the moment the program was asked to stop: balancers look elsewhere. */
  accepting(): boolean;
  /** What serves the screens says of itself; losing Redis makes nothing ill. */
  readonly realtime?: (() => Readonly<Record<string, unknown>>) | undefined;
}

/** /health/live, /health/ready (deep) and /metrics. */
export function observeRoutes(app: FastifyInstance, ctx: DbCtx, parts: ObserveParts): void {
  measureBacklogs(ctx);
  app.get('/health/live', async () => ({ ok: true }));
  app.get('/health/ready', async (_request, reply) => {
    const health = await checkHealth(ctx, parts.realtime);
    const ok = health.ok && parts.accepting();
    return reply.code(ok ? 200 : 503).send({ ...health, ok, accepting: parts.accepting() });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(ctx, request)) return reply.code(403).send();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await ctx.metrics.text());
  });
}

/** From this machine without a token (and not through a proxy), from elsewhere with it. */
function mayReadMetrics(ctx: DbCtx, request: FastifyRequest): boolean {
  const token = ctx.config.metricsToken?.reveal();
  const given = request.headers.authorization?.replace(/^Bearer /, '');
  if (token !== undefined && given !== undefined) {
    const [a, b] = [Buffer.from(token), Buffer.from(given)];
    return a.length === b.length && timingSafeEqual(a, b);
  }
  const forwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => name in request.headers);
  return !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}

/** The backlog of each stage and the age of its oldest work, read when the metrics are: once for both. */
function measureBacklogs(ctx: DbCtx): void {
  let reading: Promise<StageBacklog[]> | undefined;
  // While the database is away the last numbers stand, and health says so.
  const read = (): Promise<StageBacklog[]> => {
    reading ??= readBacklogs(ctx)
      .catch(() => [])
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  const labels = ['stage'];
  ctx.metrics.gauge('balcao_backlog', 'Work that waits, by stage', labels, async (backlog) => {
    for (const { stage, rows } of await read()) backlog.set({ stage }, rows);
  });
  ctx.metrics.gauge('balcao_oldest_seconds', 'Age of the oldest work that waits, by stage', labels, async (age) => {
    for (const { stage, oldest } of await read())
      age.set({ stage }, oldest === null ? 0 : Math.max(0, (ctx.clock.now().getTime() - oldest.getTime()) / 1_000));
  });
}
