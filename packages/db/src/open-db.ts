import type { Clock, DatabaseConfig, Log, Metrics } from '@balcao/kernel';
import { checkServer } from './connect/check-server.ts';
import { Listener } from './connect/listener.ts';
import { openPools, type Pools, stateOf } from './connect/open-pools.ts';
import { APP_ROLE } from './connect/roles.ts';
import { embeddedTarget, externalTarget, type Target } from './connect/target.ts';
import type { Db, DbHealth } from './db.ts';
import { keepPostgres, type PostgresKeeper } from './embedded/keep-postgres.ts';
import { faultFromPostgres } from './transaction/fault-from-postgres.ts';

/** Part of the kernel's Config. */
export interface DbConfig {
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly databasePoolSize?: number;
}

export interface DbParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface OpenDbOptions {
  /** 'own' (the server, default): keeps PostgreSQL running; refused when another program does. 'join-or-start' (commands): uses the running one. */
  readonly mode?: 'own' | 'join-or-start';
  /** Shown in pg_stat_activity. */
  readonly program?: string;
  /** Another database of the same server; for tests. */
  readonly database?: string;
}

/** Starts the embedded PostgreSQL when no server is configured, checks it, and opens the pools. Migrating is the next step. */
export async function openDb(config: DbConfig, parts: DbParts, options: OpenDbOptions = {}): Promise<Db> {
  const { mode = 'own', program = 'balcao' } = options;
  const size = config.databasePoolSize ?? 16;
  const keeper =
    config.database.kind === 'embedded'
      ? await keepPostgres(config.dataDir, { mode, program, log: parts.log })
      : undefined;
  const target = targetOf(config, keeper, options.database);
  const name = `${program} ${process.pid}`.slice(0, 63);
  const pools = openPools(target, {
    program: name,
    size: { app: size, conveyor: Math.max(4, Math.ceil(size / 2)), identity: Math.max(2, Math.ceil(size / 4)) },
    log: parts.log,
    metrics: parts.metrics,
  });
  const listener = new Listener(
    { ...target.as(APP_ROLE), application_name: name, keepAlive: true },
    parts.clock,
    parts.log,
  );
  const close = async () => {
    await listener.close();
    // Asked before our own connections are closed: the login pool is one of them.
    const others = keeper && mode === 'join-or-start' ? await othersUse(pools, name) : false;
    await pools.end();
    await keeper?.stop(async () => others);
  };
  try {
    const serverVersion = await checkServer(pools.login, parts.clock, parts.log);
    return {
      kind: config.database.kind,
      app: pools.app,
      conveyor: pools.conveyor,
      identity: pools.identity,
      login: pools.login,
      clock: parts.clock,
      log: parts.log,
      health: () => healthOf(config, pools, keeper, serverVersion),
      listen: (channel, fn) =>
        listener.listen(channel, fn).catch((error: unknown) => Promise.reject(faultFromPostgres(error, 'listening'))),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function targetOf(config: DbConfig, keeper: PostgresKeeper | undefined, database: string | undefined): Target {
  if (keeper) return embeddedTarget(keeper.layout.socketDir, database);
  const url = config.database.kind === 'external' ? config.database.url.reveal() : '';
  return externalTarget(url, database);
}

async function othersUse(pools: Pools, name: string): Promise<boolean> {
  const asked = `select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 limit 1`;
  const found = await pools.login.query(asked, [name]).catch(() => undefined);
  return (found?.rowCount ?? 0) > 0;
}

async function healthOf(
  config: DbConfig,
  pools: Pools,
  keeper: PostgresKeeper | undefined,
  serverVersion: string,
): Promise<DbHealth> {
  const state = { app: stateOf(pools.app.pool), conveyor: stateOf(pools.conveyor.pool) };
  const { kind } = config.database;
  const since = performance.now();
  try {
    await pools.app.pool.query('select 1');
    return { ok: true, kind, serverVersion, latencyMs: performance.now() - since, pools: state };
  } catch (error) {
    const reason = keeper?.downBecause ?? faultFromPostgres(error, 'asking for a sign of life').message;
    return { ok: false, kind, reason, pools: state };
  }
}
