import { Fault } from '@balcao/kernel';
import type { Compilable, CompiledQuery } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import type { Statement } from '../statement.ts';
import type { Tx } from '../tx.ts';
import { buildOnly } from './build-only.ts';
import { faultFromPostgres } from './fault-from-postgres.ts';

type Params = readonly unknown[] | undefined;

/** A class, not closures: one is made per transaction on the hot path. */
export class PgTx implements Tx {
  readonly build = buildOnly;
  readonly #client: PoolClient;
  /** What PostgreSQL said first; everything after it was refused because of it. */
  failure: unknown = undefined;
  #ended = false;
  #savepoints = 0;
  #after: (() => void)[] | undefined;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async rows<R>(statement: Statement, params?: Params): Promise<R[]> {
    return (await this.send(statement.text, statement.name, params)).rows as R[];
  }

  async one<R>(statement: Statement, params?: Params): Promise<R | undefined> {
    return (await this.send(statement.text, statement.name, params)).rows[0] as R | undefined;
  }

  async run(statement: Statement, params?: Params): Promise<number> {
    return (await this.send(statement.text, statement.name, params)).rowCount ?? 0;
  }

  async query<R>(query: CompiledQuery<R> | Compilable<R>): Promise<R[]> {
    const compiled = 'compile' in query ? query.compile() : query;
    return (await this.send(compiled.sql, undefined, compiled.parameters)).rows as R[];
  }

  async savepoint<T>(fn: () => Promise<T>): Promise<T> {
    const name = `s${++this.#savepoints}`;
    await this.send(`savepoint ${name}`);
    try {
      const result = await fn();
      if (this.failure !== undefined) throw faultFromPostgres(this.failure, name);
      await this.send(`release savepoint ${name}`);
      return result;
    } catch (error) {
      await this.send(`rollback to savepoint ${name}`);
      this.failure = undefined;
      throw error;
    }
  }

  after(fn: () => void): void {
    this.#after ??= [];
    this.#after.push(fn);
  }

  /** Not part of Tx: what begins, commits and rolls back uses it too. */
  async send(text: string, name?: string, params?: Params): Promise<QueryResult> {
    if (this.#ended) throw new Fault('internal', `the statement ${name ?? ''} was sent after its transaction ended`);
    try {
      const query = name === undefined ? { text } : { text, name };
      return await this.#client.query(params === undefined ? query : { ...query, values: params as unknown[] });
    } catch (error) {
      this.failure ??= error;
      throw faultFromPostgres(error, name ?? 'a statement');
    }
  }

  /** From here on a late statement is a fault instead of a stray in somebody else's transaction. */
  end(): void {
    this.#ended = true;
  }

  committed(): void {
    for (const fn of this.#after ?? []) fn();
  }
}
