import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { type Finding, ill, look, well } from './finding.ts';

const ahead = sql(
  'doctor/snapshot',
  `select (now() - min(xact_start)) > interval '1 minute' as slow, extract(epoch from now() - min(xact_start))::int as seconds
     from pg_stat_activity where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()`,
);

export async function checkDatabase(ctx: DbCtx): Promise<Finding[]> {
  const health = await ctx.db.health();
  if (!health.ok) return [ill('database', `The database does not answer: ${health.reason ?? 'no reason was given'}`)];
  const latency = Math.round((health.latencyMs ?? 0) * 10) / 10;
  const findings = [
    well(
      'database',
      `PostgreSQL ${health.serverVersion} (${health.kind}) answers in ${latency} ms, with this version's schema.`,
    ),
  ];
  const [oldest] = await conveyorStatement<{ slow: boolean | null; seconds: number | null }>(ctx, ahead);
  if (oldest?.slow === true)
    findings.push(
      look(
        'transactions',
        `One has been open for ${oldest.seconds} s; until it ends, screens do not show what is new.`,
      ),
    );
  return findings;
}
