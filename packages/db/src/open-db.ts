import type { Clock, Log } from '@balcao/kernel';
import type { Db } from './db.ts';

export interface DbConfig {
  readonly dataDir: string;
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: string };
}

export interface DbParts {
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenDbOptions {
  /** 'own' (the server): keeps PostgreSQL running, refused when another program does. 'join-or-start' (the CLI): uses the running one. */
  readonly mode?: 'own' | 'join-or-start';
  /** Shown in pg_stat_activity. */
  readonly program?: string;
  readonly poolSize?: { readonly app?: number; readonly conveyor?: number };
}

/** Starts the embedded PostgreSQL when no server is configured, checks it, and opens the pools. */
export async function openDb(_config: DbConfig, _parts: DbParts, _options: OpenDbOptions = {}): Promise<Db> {
  throw new Error('being built');
}
