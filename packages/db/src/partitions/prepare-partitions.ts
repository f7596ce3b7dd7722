import type { ClientBase } from 'pg';
import { type PartitionedTable, partitionedTables } from './partitioned-tables.ts';
import { boundOf, type Period, periodsAhead } from './periods.ts';

/** Makes the partitions of the time around `now`. Safe to run again, at any time, by several at once. Returns the ones it made. */
export async function preparePartitions(client: ClientBase, now: Date): Promise<string[]> {
  const made: string[] = [];
  for (const table of await partitionedTables(client)) {
    for (const period of periodsAhead(now, table.cadence)) {
      const name = `${table.name}_${period.suffix}`;
      if (table.partitions.includes(name)) continue;
      if (await patiently(() => makePartition(client, table, name, period))) made.push(name);
    }
  }
  return made;
}

const TRIES = 5;
const LOCK_NOT_AVAILABLE = '55P03';

/** The lock is asked for again and again for a moment, instead of once for long: whoever waits for it makes everybody behind wait. */
async function patiently<T>(make: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await make();
    } catch (error) {
      if (tried === TRIES || (error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    }
  }
}

/** Attached, not created in place: that would stop all reading and writing of the table; and rows that strayed into the default one move. */
async function makePartition(
  client: ClientBase,
  table: PartitionedTable,
  name: string,
  period: Period,
): Promise<boolean> {
  const [from, to] = [boundOf(period.from, table.type), boundOf(period.to, table.type)];
  const inside = `${table.column} >= '${from}' and ${table.column} < '${to}'`;
  await client.query('begin');
  try {
    await client.query(
      `set local lock_timeout = '500ms'; select pg_advisory_xact_lock(hashtext('partition ' || '${table.name}'))`,
    );
    const { rows } = await client.query<{ there: boolean; strays: boolean; settings: string | null }>(
      `select to_regclass($1) is not null as there, to_regclass($2) is not null as strays,
              (select array_to_string(reloptions, ', ') from pg_class where oid = to_regclass($2)) as settings`,
      [`public.${name}`, `public.${table.name}_default`],
    );
    if (rows[0]?.there) return false;
    // `like` leaves out the storage settings, and a partitioned table has none: the default partition is the pattern.
    const settings = rows[0]?.settings ? ` with (${rows[0].settings})` : '';
    await client.query(`create table ${name} (like ${table.name} including all)${settings}`);
    if (rows[0]?.strays) {
      await client.query(`lock table ${table.name}_default in access exclusive mode`);
      await client.query(
        `with strays as (delete from ${table.name}_default where ${inside} returning *) insert into ${name} select * from strays`,
      );
    }
    await client.query(`alter table ${table.name} attach partition ${name} for values from ('${from}') to ('${to}')`);
    await client.query('commit');
    return true;
  } finally {
    await client.query('rollback'); // does nothing after the commit
  }
}
