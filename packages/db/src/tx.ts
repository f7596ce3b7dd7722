import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Statement } from './statement.ts';
import type { DB } from './tables.gen.ts';

/** The tables as the migrations leave them; generated from a fresh database. */
export type Tables = DB;

/** One transaction. Statements are sent in the order they are called, without waiting for the one before. */
export interface Tx {
  rows<R>(statement: Statement, params?: readonly unknown[]): Promise<R[]>;
  one<R>(statement: Statement, params?: readonly unknown[]): Promise<R | undefined>;
  /** Returns how many rows were affected. */
  run(statement: Statement, params?: readonly unknown[]): Promise<number>;
  /** Builds, never executes: hand the result to `query`. Not for the hot path. */
  readonly build: Kysely<Tables>;
  query<R>(query: CompiledQuery<R> | Compilable<R>): Promise<R[]>;
  /** What `fn` wrote is undone when it throws; the transaction around it lives on. */
  savepoint<T>(fn: () => Promise<T>): Promise<T>;
  /** Runs once committed, never on rollback. Must not throw. */
  after(fn: () => void): void;
}
