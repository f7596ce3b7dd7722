import { Fault, type Log, type Metrics } from '@balcao/kernel';
import { type ClientBase, type ClientConfig, Pool } from 'pg';
import type { Lane, PoolState } from '../db.ts';
import { APP_ROLE, CONVEYOR_ROLE, IDENTITY_ROLE, type PoolRole } from './roles.ts';
import type { Target } from './target.ts';
import { valueTypes } from './value-types.ts';

export interface PoolOptions {
  readonly program: string;
  readonly size: { readonly app: number; readonly conveyor: number; readonly identity: number };
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Pools {
  readonly app: Lane;
  readonly conveyor: Lane;
  readonly identity: Lane;
  readonly login: Pool;
  end(): Promise<void>;
}

/** A caller waits this long for a connection, new or free; after it the load is shed. */
const CONNECT_WITHIN_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 15_000;

export function openPools(target: Target, options: PoolOptions): Pools {
  const app = openPool(guarded(target, APP_ROLE), options, options.size.app);
  const conveyor = openPool(guarded(target, CONVEYOR_ROLE), options, options.size.conveyor);
  const identity = openPool(guarded(target, IDENTITY_ROLE), options, options.size.identity);
  const login = openPool(target.login, options, 3);
  const seconds = options.metrics.histogram(
    'balcao_db_transaction_seconds',
    'Time from a connection in hand to its release.',
    ['pool'],
  );
  const lane = (name: string, pool: Pool): Lane => {
    const bound = seconds.bind({ pool: name });
    return { pool, observe: (value) => bound.observe(value) };
  };
  options.metrics.gauge(
    'balcao_db_connections',
    'Connections by state, and callers waiting for one.',
    ['pool', 'state'],
    (gauge) => {
      for (const [pool, state] of [
        ['app', stateOf(app)],
        ['conveyor', stateOf(conveyor)],
        ['identity', stateOf(identity)],
      ] as const) {
        gauge.set({ pool, state: 'in_use' }, state.inUse);
        gauge.set({ pool, state: 'idle' }, state.idle);
        gauge.set({ pool, state: 'waiting' }, state.waiting);
      }
    },
  );
  return {
    app: lane('app', app),
    conveyor: lane('conveyor', conveyor),
    identity: lane('identity', identity),
    login,
    end: async () => void (await Promise.allSettled([app.end(), conveyor.end(), identity.end(), login.end()])),
  };
}

export const stateOf = (pool: Pool): PoolState => ({
  inUse: pool.totalCount - pool.idleCount,
  idle: pool.idleCount,
  waiting: pool.waitingCount,
});

/** Timeouts for work that has somebody waiting; the login user's migrations have none. */
function guarded(target: Target, role: PoolRole): ClientConfig & { onConnect: (client: ClientBase) => Promise<void> } {
  return {
    ...target.as(role),
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    // For a server that no longer answers at all; the connection is dropped.
    query_timeout: STATEMENT_TIMEOUT_MS + 5_000,
    // A pooler between us may drop the connection's options: then we would be the login user, whom nothing guards.
    onConnect: async (client) => {
      const found = (await client.query<{ user: string }>('select current_user as user')).rows[0]?.user;
      if (found === role) return;
      throw new Fault(
        'unavailable',
        `The database gave a connection as "${found}" instead of "${role}": connect to PostgreSQL directly, or through a pooler that passes "options".`,
      );
    },
  };
}

function openPool(config: ClientConfig, { program, log }: PoolOptions, max: number): Pool {
  const pool = new Pool({
    ...config,
    max,
    application_name: program,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Statements of a transaction are sent as they are called: BEGIN and the first one share a round trip.
    pipeline: true,
    types: valueTypes,
  });
  // A connection lost while idle is the pool's matter, one lost at work is its caller's: unheard, either would end the program.
  pool.on('error', (error) => log.debug({ err: error }, 'An idle database connection was lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
