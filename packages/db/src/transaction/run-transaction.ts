import type { PoolClient } from 'pg';
import type { Lane } from '../db.ts';
import type { Tx } from '../tx.ts';
import { faultFromCommitted, faultFromPostgres, isConnectionLoss, isStalePlan } from './fault-from-postgres.ts';
import { PgTx } from './pg-tx.ts';

export async function acquire(lane: Lane): Promise<PoolClient> {
  try {
    return await lane.pool.connect();
  } catch (error) {
    throw faultFromPostgres(error, 'connecting');
  }
}

/** Node writes once for all that is sent within this tick: BEGIN travels with the first statement. */
export function sendTogether(client: PoolClient): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** One try. The connection goes back to its pool only when it is known to be idle and whole. */
export async function runTransaction<T>(lane: Lane, begin: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await acquire(lane);
  const since = performance.now();
  const tx = new PgTx(client);
  let broken: Error | undefined;
  try {
    sendTogether(client);
    const begun = tx.send(begin);
    // Reported below through tx.failure: PostgreSQL refuses what follows a BEGIN that failed, or the connection is gone.
    begun.catch(() => undefined);
    const result = await fn(tx);
    await begun;
    await commit(client, tx);
    tx.committed();
    return result;
  } catch (error) {
    tx.end();
    broken = await rollback(client, tx);
    // What the function made of a PostgreSQL error is for its caller, unless the same transaction may succeed when repeated.
    throw error;
  } finally {
    client.release(broken);
    lane.observe((performance.now() - since) / 1000);
  }
}

async function commit(client: PoolClient, tx: PgTx): Promise<void> {
  tx.end();
  let command: string;
  try {
    command = (await client.query('commit')).command;
  } catch (error) {
    tx.failure ??= error;
    throw faultFromCommitted(error, 'commit');
  }
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: somebody swallowed the error of a statement.
  if (command !== 'COMMIT') throw faultFromPostgres(tx.failure ?? new Error('rolled back at commit'), 'commit');
}

/** Returns why the connection must not be used again. */
async function rollback(client: PoolClient, tx: PgTx): Promise<Error | undefined> {
  if (isConnectionLoss(tx.failure)) return tx.failure as Error;
  try {
    await client.query('rollback');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return isStalePlan(tx.failure) ? (tx.failure as Error) : undefined;
}
