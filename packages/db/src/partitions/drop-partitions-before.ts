import type { ClientBase } from 'pg';
import { partitionedTables } from './partitioned-tables.ts';
import { periodOf } from './periods.ts';

/** Drops the partitions of a table whose whole time lies before `instant`. The default one stays. Returns the ones dropped. */
export async function dropPartitionsBefore(client: ClientBase, tableName: string, instant: Date): Promise<string[]> {
  const table = (await partitionedTables(client)).find((one) => one.name === tableName);
  if (!table) return [];
  const oldestKept = `${table.name}_${periodOf(instant, table.cadence).suffix}`;
  // Names end with the period in figures, so their order is time's. The partition that `instant` falls into is kept.
  const old = table.partitions.filter((name) => /_\d{4}_\d{2}(_\d{2})?$/.test(name) && name < oldestKept);
  for (const name of old) {
    // Detached first, and quickly or not at all: dropping it in place would wait with the whole table locked.
    await client
      .query(
        `begin; set local lock_timeout = '5s'; alter table ${table.name} detach partition ${name}; drop table ${name}; commit`,
      )
      .catch(async (error: unknown) => {
        await client.query('rollback');
        throw error;
      });
  }
  return old;
}
