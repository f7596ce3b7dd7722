import { type Clock, Fault, type Log } from '@balcao/kernel';
import type { Pool } from 'pg';
import { isConnectionLoss } from '../transaction/fault-from-postgres.ts';

const OLDEST = 150_000;
/** A server that is just being started beside us (containers) gets this long. */
const PATIENCE_MS = 15_000;

interface Facts {
  version: number;
  shown: string;
  encoding: string;
  standby: boolean;
}

/** One connection that works, to a server we can use; else a sentence. Returns its version. */
export async function checkServer(login: Pool, clock: Clock, log: Log): Promise<string> {
  const facts = await firstAnswer(login, clock, log);
  if (facts.version < OLDEST)
    throw new Fault('unavailable', `DATABASE_URL leads to PostgreSQL ${facts.shown}; Balcão needs 15 or newer.`);
  if (facts.encoding !== 'UTF8')
    throw new Fault(
      'unavailable',
      `The database of DATABASE_URL is encoded in ${facts.encoding}; create one with encoding 'UTF8'.`,
    );
  if (facts.standby)
    throw new Fault('unavailable', 'DATABASE_URL leads to a read-only standby; it must name the primary server.');
  return facts.shown;
}

async function firstAnswer(login: Pool, clock: Clock, log: Log): Promise<Facts> {
  const since = clock.monotonic();
  for (;;) {
    try {
      const asked = `select current_setting('server_version_num')::int as version, split_part(current_setting('server_version'), ' ', 1) as shown,
        current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`;
      return (await login.query<Facts>(asked)).rows[0] as Facts; // a select without a table has one row
    } catch (error) {
      const { host, port, database } = login.options;
      const where = `${host}:${port}/${database}`;
      const why = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
      const waited = clock.monotonic() - since;
      if (!isConnectionLoss(error) || waited > PATIENCE_MS) {
        throw new Fault('unavailable', `The database at ${where} cannot be used: ${why}`, {}, error);
      }
      if (waited < 1_000) log.warn({ where }, 'The database does not answer yet; waiting for it');
      await clock.sleep(500);
    }
  }
}
