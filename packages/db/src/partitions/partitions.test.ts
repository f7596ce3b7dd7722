import { createIds, systemClock, uuidFloor } from '@balcao/kernel';
import { testDatabase } from '@balcao/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropPartitionsBefore } from './drop-partitions-before.ts';
import { periodOf, periodsAhead } from './periods.ts';
import { preparePartitions } from './prepare-partitions.ts';

const db = await testDatabase();
const ids = createIds(systemClock);
await db.login.query(`create table visits (at timestamptz not null, who text) partition by range (at);
  create table visits_default partition of visits default;
  create table steps (workspace_id uuid not null, id uuid not null, note text, primary key (workspace_id, id)) partition by range (id);
  create index steps_by_note on steps (workspace_id, note);
  create table steps_default partition of steps default`);

async function withClient<T>(fn: (client: Parameters<typeof preparePartitions>[0]) => Promise<T>): Promise<T> {
  const client = await db.login.connect();
  try {
    return await fn(client);
  } finally {
    client.release();
  }
}
const prepare = (at: string) => withClient((client) => preparePartitions(client, new Date(at)));
const drop = (table: string, at: string) => withClient((client) => dropPartitionsBefore(client, table, new Date(at)));

test('months are made from the one before to three ahead, and a second run makes nothing', async () => {
  const made = await prepare('2030-12-15T12:00:00Z');
  expect(made.filter((name) => name.startsWith('steps_'))).toEqual([
    'steps_2030_11',
    'steps_2030_12',
    'steps_2031_01',
    'steps_2031_02',
    'steps_2031_03',
  ]);
  expect(made.filter((name) => name.startsWith('receipts_'))).toHaveLength(9);
  expect(await prepare('2030-12-15T12:00:00Z')).toEqual([]);
});

test('rows fall into the month of their id; with the default partition empty nothing strays', async () => {
  const at = new Date('2031-01-31T23:59:59.999Z');
  await db.login.query('insert into steps values ($1, $2)', [ids.uuid(), ids.uuidAt(at)]);
  await db.login.query('insert into steps values ($1, $2)', [ids.uuid(), ids.uuidAt(new Date(at.getTime() + 1))]);
  const { rows } = await db.login.query('select tableoid::regclass::text as place from steps order by id');
  expect(rows).toEqual([{ place: 'steps_2031_01' }, { place: 'steps_2031_02' }]);
});

test('rows that strayed into the default partition move when theirs is made', async () => {
  const at = new Date('2032-06-10T00:00:00Z');
  await db.login.query('insert into steps values ($1, $2, $3)', [ids.uuid(), ids.uuidAt(at), 'stray']);
  await db.login.query('insert into visits values ($1, $2)', [at, 'stray']);
  await prepare('2032-06-09T00:00:00Z');
  const places = await db.login.query(`select tableoid::regclass::text as place from steps where note = 'stray'
    union all select tableoid::regclass::text from visits where who = 'stray'`);
  expect(places.rows).toEqual([{ place: 'steps_2032_06' }, { place: 'visits_2032_06' }]);
});

test('several at once make each partition once', async () => {
  const made = await Promise.all([1, 2, 3].map(() => prepare('2033-03-01T00:00:00Z')));
  const names = made.flat();
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('steps_2033_03');
});

test('the primary key and the indexes are on each partition', async () => {
  const { rows } = await db.login.query(
    `select count(*) as n from pg_index i join pg_inherits p on p.inhrelid = i.indexrelid where i.indrelid = 'steps_2033_03'::regclass`,
  );
  expect(rows).toEqual([{ n: 2 }]);
});

test('old partitions are dropped whole; the one the instant falls into stays', async () => {
  expect(await drop('steps', '2030-12-15T00:00:00Z')).toEqual(['steps_2030_11']);
  expect(await drop('steps', '2030-12-15T00:00:00Z')).toEqual([]);
  expect(await drop('no_such_table', '2030-12-15T00:00:00Z')).toEqual([]);
});

test('periods follow each other without a gap, and an id lies in the period of its instant', () => {
  const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.constantFrom('month' as const, 'day' as const), (at, cadence) => {
      const ahead = periodsAhead(at, cadence);
      expect(ahead.slice(1).map((period) => period.from)).toEqual(ahead.slice(0, -1).map((period) => period.to));
      const { from, to } = periodOf(at, cadence);
      const id = ids.uuidAt(at);
      expect(uuidFloor(from) <= id && id < uuidFloor(to)).toBe(true);
      expect(new Set(ahead.map((period) => period.suffix)).size).toBe(ahead.length);
    }),
  );
});

test('a new partition has the storage settings of the default one', async () => {
  await db.login.query('alter table steps_default set (fillfactor = 55, autovacuum_vacuum_threshold = 500)');
  await prepare('2040-01-10T00:00:00Z');
  const { rows } = await db.login.query(`select reloptions from pg_class where relname = 'steps_2040_01'`);
  expect(rows).toEqual([{ reloptions: ['fillfactor=55', 'autovacuum_vacuum_threshold=500'] }]);
});
