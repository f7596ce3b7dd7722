import { type Db, openDb } from '@balcao/db';
import { createMetrics, type Metrics, Secret, systemClock } from '@balcao/kernel';
import { quietLog } from './quiet-log.ts';

/** Opens one database of the server at `url`. */
export function openAt(url: string, database?: string, metrics: Metrics = createMetrics()): Promise<Db> {
  const config = { dataDir: '', database: { kind: 'external', url: new Secret(url) }, databasePoolSize: 10 } as const;
  const parts = { clock: systemClock, log: quietLog, metrics };
  return openDb(config, parts, { program: 'tests', ...(database === undefined ? {} : { database }) });
}
