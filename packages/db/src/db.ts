import type { Clock, Log } from '@balcao/kernel';
import type { Pool } from 'pg';

export type DbKind = 'embedded' | 'external';

export interface PoolState {
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

export interface DbHealth {
  readonly ok: boolean;
  readonly kind: DbKind;
  /** A sentence when not ok. */
  readonly reason?: string;
  readonly serverVersion?: string;
  /** Milliseconds that `select 1` took. */
  readonly latencyMs?: number;
  readonly pools: { readonly app: PoolState; readonly conveyor: PoolState };
}

/** The connections of one role, and how long its transactions take. */
export interface Lane {
  readonly pool: Pool;
  observe(seconds: number): void;
}

/** The open database. Work goes through `withWorkspace`, `withConveyor` and `withIdentity`; the lanes are for them. */
export interface Db {
  readonly kind: DbKind;
  readonly app: Lane;
  readonly conveyor: Lane;
  readonly identity: Lane;
  /** The login user: migrations, partitions, backups. Few connections, full rights: never for requests. */
  readonly login: Pool;
  readonly clock: Clock;
  readonly log: Log;
  health(): Promise<DbHealth>;
  /** `fn` gets each payload, and '' after a lost connection is back: something may have been missed. Resolves to the way to stop. */
  listen(channel: string, fn: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
