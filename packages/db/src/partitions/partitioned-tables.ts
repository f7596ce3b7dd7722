import type { ClientBase } from 'pg';
import { type Cadence, cadenceOf } from './periods.ts';

export interface PartitionedTable {
  readonly name: string;
  readonly column: string;
  /** uuid (a UUIDv7) or timestamptz. */
  readonly type: string;
  readonly cadence: Cadence;
  readonly partitions: readonly string[];
}

/** From the catalogue, so that a new one is looked after without being listed anywhere. */
export async function partitionedTables(client: ClientBase): Promise<PartitionedTable[]> {
  const { rows } = await client.query<Omit<PartitionedTable, 'cadence'>>(`
    select c.relname as name, a.attname as column, a.atttypid::regtype::text as type,
           array(select i.inhrelid::regclass::text from pg_inherits i where i.inhparent = c.oid order by 1) as partitions
      from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
     where c.relnamespace = 'public'::regnamespace and p.partstrat = 'r' and not c.relispartition
     order by 1`);
  return rows.map((row) => ({ ...row, cadence: cadenceOf(row.name) }));
}
