import type { Pool } from 'pg';

export interface DbHealth {
  readonly ok: boolean;
  /** A sentence when not ok. */
  readonly reason?: string;
  readonly kind: 'embedded' | 'external';
  readonly serverVersion?: string;
  /** Milliseconds that `select 1` took. */
  readonly latencyMs?: number;
  readonly pools: Readonly<Record<'app' | 'conveyor', { inUse: number; idle: number; waiting: number }>>;
}

/** The open database. Work goes through `withWorkspace` and `withConveyor`; the pools are for them. */
export interface Db {
  readonly app: Pool;
  readonly conveyor: Pool;
  /** The login user: migrations, partitions, backups. Few connections, full rights: never for requests. */
  readonly login: Pool;
  readonly kind: 'embedded' | 'external';
  health(): Promise<DbHealth>;
  /** `fn` gets each payload, and '' after a lost connection is back: something may have been missed. Resolves to the way to stop. */
  listen(channel: string, fn: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
