import { statfs } from 'node:fs/promises';
import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { describeError } from '@balcao/kernel';

export interface PartHealth {
  readonly ok: boolean;
  readonly ms: number;
  /** What is wrong, in a sentence. */
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface Health {
  readonly ok: boolean;
  readonly at: Date;
  readonly parts: Readonly<Record<string, PartHealth>>;
}

/** A stage is ill when its oldest work has waited this long. A number's own pace may make its messages wait for many minutes. */
const OLDEST_MS: Readonly<Record<string, number>> = {
  receipts: 60_000,
  turns: 60_000,
  outbox: 15 * 60_000,
  unknown: 5 * 60_000,
};
const FREE_BYTES_AT_LEAST = 200 * 1024 * 1024;
const PATIENCE_MS = 3_000;

const backlogs = sql(
  'observe/backlogs',
  `select 'receipts' as stage, count(*)::int as rows, min(received_at) as oldest from receipt_work
   union all select 'turns', count(*)::int, min(due_at) from turn_work
   union all select 'outbox', count(*)::int, min(o.queued_at) from outbox o
     join channels ch on ch.workspace_id = o.workspace_id and ch.id = o.channel_id and ch.state = 'active'
     where o.state <> 'unknown' and o.not_before <= $1
   union all select 'stopped', count(*)::int, min(o.queued_at) from outbox o
     join channels ch on ch.workspace_id = o.workspace_id and ch.id = o.channel_id and ch.state <> 'active'
   union all select 'unknown', count(*)::int, min(claimed_at) from outbox where state = 'unknown'`,
);

export interface StageBacklog {
  readonly stage: string;
  readonly rows: number;
  readonly oldest: Date | null;
}

/** What waits before each stage, and since when. */
export const readBacklogs = (ctx: DbCtx): Promise<StageBacklog[]> =>
  conveyorStatement<StageBacklog>(ctx, backlogs, [ctx.clock.now()]);

/** Every part the program needs, really tried, each with its state and time. */
export async function checkHealth(ctx: DbCtx, realtime?: () => Readonly<Record<string, unknown>>): Promise<Health> {
  const checks: Record<string, () => Promise<Omit<PartHealth, 'ms'>>> = {
    database: () => checkDatabase(ctx),
    conveyor: () => checkConveyor(ctx),
    disk: () => checkDisk(ctx),
    ...(realtime === undefined ? {} : { realtime: async () => ({ ok: true, facts: realtime() }) }),
  };
  const parts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await timed(ctx, check)] as const),
  );
  // Who only takes webhooks in goes on doing so when the workers are ill: they are stored, and nobody else would take them.
  const minds = (name: string) => !(name === 'conveyor' && ctx.config.role === 'api');
  return {
    ok: parts.every(([name, part]) => part.ok || !minds(name)),
    at: ctx.clock.now(),
    parts: Object.fromEntries(parts),
  };
}

async function timed(ctx: DbCtx, check: () => Promise<Omit<PartHealth, 'ms'>>): Promise<PartHealth> {
  const began = ctx.clock.monotonic();
  const patience = new AbortController();
  const late = ctx.clock.sleep(PATIENCE_MS, patience.signal).then(() => ({ ok: false, reason: 'No answer in time.' }));
  const result = await Promise.race([check().catch(sayWhy), late]);
  patience.abort();
  return { ...result, ms: Math.round((ctx.clock.monotonic() - began) * 10) / 10 };
}

const sayWhy = (error: unknown) => ({ ok: false, reason: describeError(error) });

async function checkDatabase(ctx: DbCtx): Promise<Omit<PartHealth, 'ms'>> {
  const { ok, reason, kind, serverVersion, pools } = await ctx.db.health();
  return { ok, ...(reason === undefined ? {} : { reason }), facts: { kind, serverVersion, pools } };
}

async function checkConveyor(ctx: DbCtx): Promise<Omit<PartHealth, 'ms'>> {
  const now = ctx.clock.now().getTime();
  const stages = await readBacklogs(ctx);
  const facts = Object.fromEntries(
    stages.map(({ stage, rows, oldest }) => [
      stage,
      { rows, oldestSeconds: oldest === null ? 0 : Math.max(0, Math.round((now - oldest.getTime()) / 1_000)) },
    ]),
  );
  const stuck = stages.filter(
    ({ stage, oldest }) => oldest !== null && now - oldest.getTime() > (OLDEST_MS[stage] ?? Number.POSITIVE_INFINITY),
  );
  if (stuck.length === 0) return { ok: true, facts };
  return { ok: false, reason: `Waiting for too long: ${stuck.map(({ stage }) => stage).join(', ')}.`, facts };
}

async function checkDisk(ctx: DbCtx): Promise<Omit<PartHealth, 'ms'>> {
  const disk = await statfs(ctx.config.dataDir);
  const freeBytes = disk.bavail * disk.bsize;
  if (freeBytes >= FREE_BYTES_AT_LEAST) return { ok: true, facts: { freeBytes } };
  return { ok: false, reason: 'The disk of DATA_DIR is almost full: free some space now.', facts: { freeBytes } };
}
