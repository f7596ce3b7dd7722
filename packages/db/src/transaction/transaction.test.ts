import { Fault } from '@balcao/kernel';
import { testCtx } from '@balcao/testkit';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { inWorkspace } from '../in-workspace.ts';
import { sql } from '../statement.ts';
import type { Tx } from '../tx.ts';
import { conveyorStatement } from './conveyor-statement.ts';
import { withConveyor } from './with-conveyor.ts';
import { withWorkspace } from './with-workspace.ts';
import { workspaceStatement } from './workspace-statement.ts';

const ctx = await testCtx();
await ctx.db.login.query(`
  create table scraps (workspace_id uuid not null, id int not null, body text check (length(body) < 100), primary key (workspace_id, id));
  alter table scraps enable row level security; alter table scraps force row level security;
  create policy workspace_only on scraps to balcao_app
    using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
    with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
  create policy conveyor_works on scraps to balcao_conveyor using (true) with check (true);
  grant select, insert, update, delete on scraps to balcao_app, balcao_conveyor`);

const [ours, theirs] = [inWorkspace(ctx, ctx.ids.uuid()), inWorkspace(ctx, ctx.ids.uuid())];
const insert = sql('test/insert', 'insert into scraps (workspace_id, id, body) values ($1, $2, $3)');
const update = sql('test/update', 'update scraps set body = $2 where id = $1');
const ids = sql('test/ids', 'select id from scraps order by id');
const add = (tx: Tx, id: number, body = 'x') => tx.run(insert, [ours.workspaceId, id, body]);
const idsOf = async (workspace = ours) =>
  (await workspaceStatement<{ id: number }>(workspace, ids)).map((row) => row.id);

test('a transaction sees and writes its own workspace only', async () => {
  await withWorkspace(ours, (tx) => add(tx, 1));
  expect(await idsOf()).toContain(1);
  expect(await idsOf(theirs)).toEqual([]);
  expect(await withWorkspace(theirs, (tx) => tx.run(update, [1, 'stolen']))).toBe(0);
  await expect(withWorkspace(theirs, (tx) => add(tx, 2))).rejects.toMatchObject({ code: 'internal' });
  await expect(workspaceStatement(theirs, insert, [ours.workspaceId, 2, 'x'])).rejects.toMatchObject({
    code: 'internal',
  });
});

test('the conveyor works across workspaces, one statement or many', async () => {
  expect((await conveyorStatement(ctx, ids)).length).toBeGreaterThan(0);
  expect(await withConveyor(ctx, (tx) => tx.run(update, [1, 'swept']))).toBe(1);
});

test('what throws leaves nothing, and its connection is good again', async () => {
  const stop = new Error('stop');
  await expect(withWorkspace(ours, async (tx) => (await add(tx, 10), Promise.reject(stop)))).rejects.toBe(stop);
  expect(await idsOf()).not.toContain(10);
});

test('statements sent without waiting run in order', async () => {
  await withWorkspace(ours, async (tx) => {
    const [first, second, third] = [
      add(tx, 20),
      tx.run(update, [20, 'second']),
      tx.rows<{ body: string }>(sql('test/body', 'select body from scraps where id = 20')),
    ];
    expect([await first, await second, await third]).toEqual([1, 1, [{ body: 'second' }]]);
  });
});

test('an error that somebody swallowed still rolls everything back, loudly', async () => {
  const swallowed = withWorkspace(ours, async (tx) => {
    await add(tx, 30);
    await add(tx, 30).catch(() => undefined);
    return 'fine';
  });
  await expect(swallowed).rejects.toMatchObject({ code: 'conflict' });
  expect(await idsOf()).not.toContain(30);
});

test('a savepoint loses its own part only', async () => {
  await withWorkspace(ours, async (tx) => {
    await add(tx, 40);
    await expect(tx.savepoint(() => add(tx, 40))).rejects.toMatchObject({ code: 'conflict' });
    await tx.savepoint(() => add(tx, 41));
  });
  expect(await idsOf()).toEqual(expect.arrayContaining([40, 41]));
});

test('`after` runs once committed, and never when rolled back', async () => {
  const heard: string[] = [];
  await withWorkspace(ours, async (tx) => {
    tx.after(() => heard.push('committed'));
    await add(tx, 50);
    expect(heard).toEqual([]);
  });
  await withWorkspace(ours, async (tx) => {
    tx.after(() => heard.push('never'));
    await add(tx, 50);
  }).catch(() => undefined);
  expect(heard).toEqual(['committed']);
});

test('a statement after the end is a fault, not a stray in the next transaction', async () => {
  let late: Tx | undefined;
  await withWorkspace(ours, async (tx) => {
    late = tx;
    await add(tx, 60);
  });
  await expect(late?.rows(ids)).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('after its transaction ended'),
  });
});

test('two that lock each other out both finish: the loser is repeated', async () => {
  await withWorkspace(ours, async (tx) => (await add(tx, 70), add(tx, 71)));
  let runs = 0;
  const both = [
    [70, 71],
    [71, 70],
  ].map(([first, second]) =>
    withWorkspace(ours, async (tx) => {
      runs += 1;
      await tx.run(update, [first, 'one']);
      await ctx.clock.sleep(50);
      await tx.run(update, [second, 'two']);
    }),
  );
  await Promise.all(both);
  expect(runs).toBeGreaterThan(2);
});

test('errors keep their kind and lose what PostgreSQL quotes of the row', async () => {
  const twice = await withWorkspace(ours, async (tx) => (await add(tx, 80, 'Maria'), add(tx, 80, 'Maria'))).catch(
    (error: unknown) => error,
  );
  expect(twice).toMatchObject({ code: 'conflict', data: { constraint: 'scraps_pkey' } });
  expect((twice as Fault).cause).not.toHaveProperty('detail');
  await expect(withWorkspace(ours, (tx) => add(tx, 81, 'a\u0000b'))).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(withWorkspace(ours, (tx) => add(tx, 82, 'x'.repeat(200)))).rejects.toMatchObject({
    code: 'internal',
    data: { constraint: 'scraps_body_check' },
  });
});

test('a connection lost in the middle is dropped, and said to be unavailable', async () => {
  const victim = withWorkspace(ours, async (tx) => {
    const [me] = await tx.rows<{ pid: number }>(sql('test/pid', 'select pg_backend_pid() as pid'));
    await ctx.db.login.query('select pg_terminate_backend($1)', [me?.pid]);
    await add(tx, 90);
  });
  await expect(victim).rejects.toMatchObject({ code: 'unavailable' });
  expect(await idsOf()).not.toContain(90);
});

test('a lost answer to what travelled with its COMMIT says that it may have happened', async () => {
  const die = sql('test/die', 'select pg_terminate_backend(pg_backend_pid())');
  const admin = { ...ctx, db: { ...ctx.db, conveyor: { ...ctx.db.conveyor, pool: ctx.db.login } } };
  await expect(conveyorStatement(admin, die)).rejects.toMatchObject({
    code: 'unavailable',
    data: { commit: 'unknown' },
  });
});

test('a statement whose table changed under it is prepared anew', async () => {
  const all = sql('test/all', 'select * from scraps where id = 1');
  for (let n = 0; n < 3; n++) await workspaceStatement(ours, all);
  await ctx.db.login.query('alter table scraps add column at timestamptz');
  expect(await workspaceStatement(ours, all)).toEqual([expect.objectContaining({ at: null })]);
  expect(await withWorkspace(ours, (tx) => tx.one(all))).toEqual(expect.objectContaining({ at: null }));
});

test('bigint is a number, a date is a text, a moment is a Date', async () => {
  const kinds = sql(
    'test/kinds',
    `select 12345678901::bigint as n, array[1, null]::bigint[] as ns, date '2026-11-21' as day, timestamptz '2026-11-21 03:00Z' as at`,
  );
  expect(await withWorkspace(ours, (tx) => tx.one(kinds))).toEqual({
    n: 12345678901,
    ns: [1, null],
    day: '2026-11-21',
    at: new Date('2026-11-21T03:00:00Z'),
  });
});

test('what is built runs in the transaction, and only there', async () => {
  const rows = await withWorkspace(ours, (tx) => tx.query(tx.build.selectFrom('workspaces').select('id')));
  expect(rows).toEqual([]);
  const outside = withWorkspace(ours, (tx) => tx.build.selectFrom('workspaces').select('id').execute());
  await expect(outside).rejects.toThrow('tx.build only builds');
});

test('the roles of work have no way to the login role', async () => {
  const role = sql('test/role', 'select current_user::text as now, session_user::text as login');
  const reset = async (statement: string) =>
    withWorkspace(ours, async (tx) => {
      await tx.run(sql(`test/${statement}`.slice(0, 60), statement));
      return tx.one<{ now: string }>(role);
    });
  expect(await reset('reset role')).toMatchObject({ now: 'balcao_app' });
  expect(await reset('reset all')).toMatchObject({ now: 'balcao_app' });
});

test('a name means one text, and is short enough for PostgreSQL', () => {
  expect(() => sql('test/ids', 'select 1')).toThrow('Two different statements');
  expect(() => sql('x'.repeat(64), 'select 1')).toThrow('longer than 63 bytes');
  expect(sql('test/ids', ids.text)).toEqual(ids);
});

test('only a workspace id can name a workspace', async () => {
  expect(() => inWorkspace(ctx, `' or true --`)).toThrow(Fault);
  const forged = { ...ours, workspaceId: `'; drop table scraps; --` };
  expect(() => withWorkspace(forged, (tx) => tx.rows(ids))).toThrow('no workspace id');
});

test('somebody who waits for a connection gets one, or an answer within two seconds', async () => {
  const held = Array.from({ length: 10 }, () =>
    withWorkspace(ours, (tx) => tx.rows(sql('test/sleep', 'select pg_sleep(2.5)'))),
  );
  const since = performance.now();
  await expect(withWorkspace(ours, (tx) => tx.rows(ids))).rejects.toMatchObject({ code: 'unavailable' });
  expect(performance.now() - since).toBeLessThan(2_400);
  await Promise.all(held);
});

test('who listens hears what is told, and hears of a gap', async () => {
  const heard: string[] = [];
  const stop = await ctx.db.listen('news', (payload) => heard.push(payload));
  await ctx.db.login.query(`notify news, 'first'`);
  await expect.poll(() => heard).toEqual(['first']);
  await ctx.db.login.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
  );
  await expect.poll(() => heard).toEqual(['first', '']);
  await ctx.db.login.query(`notify news, 'again'`);
  await expect.poll(() => heard.at(-1)).toBe('again');
  await stop();
  await ctx.db.login.query(`notify news, 'unheard'`);
  await ctx.clock.sleep(50);
  expect(heard.at(-1)).toBe('again');
});

test('health says how it is, and the metrics count connections and time', async () => {
  expect(await ctx.db.health()).toMatchObject({ ok: true, kind: 'external', latencyMs: expect.any(Number) });
  const text = await ctx.metrics.text();
  expect(text).toMatch(/balcao_db_transaction_seconds_count\{pool="app"\} [1-9]/);
  expect(text).toContain('balcao_db_connections{pool="app",state="waiting"} 0');
});

test('a driver of our version can send statements together', () => {
  expect(new Client({ pipeline: true }).pipeline).toBe(true);
});
