import { randomBytes } from 'node:crypto';
import { createMetrics, Secret, systemClock } from '@balcao/kernel';
import { quietLog, testCtx, testDatabaseUrl } from '@balcao/testkit';
import { afterAll, expect, test } from 'vitest';
import type { Db } from '../db.ts';
import { inWorkspace } from '../in-workspace.ts';
import { migrate } from '../migrate/migrate.ts';
import { openDb } from '../open-db.ts';
import { sql } from '../statement.ts';
import { conveyorStatement } from '../transaction/conveyor-statement.ts';
import { withWorkspace } from '../transaction/with-workspace.ts';
import { checkServer } from './check-server.ts';

const ctx = await testCtx();
const owner = `balcao_owner_${randomBytes(4).toString('hex')}`;
const opened: Db[] = [];

async function openAs(user: string, url: string): Promise<Db> {
  const parts = { clock: systemClock, log: quietLog, metrics: createMetrics() };
  const database = { kind: 'external', url: new Secret(url.replace(/\/\/[^@]*@/, `//${user}:secret@`)) } as const;
  const db = await openDb({ dataDir: '', database, databasePoolSize: 2 }, parts);
  opened.push(db);
  return db;
}

afterAll(async () => {
  for (const db of opened) await db.close();
});

test('a login that is no superuser is told what to run, and after that everything works', async () => {
  const admin = ctx.db.login;
  const { url, name } = await testDatabaseUrl({ empty: true });
  await admin.query(`create role ${owner} login password 'secret'; alter database ${name} owner to ${owner}`);
  const db = await openAs(owner, url);
  const refusal = await migrate(db).then(String, (error: Error) => error.message);
  expect(refusal).toContain(`The user "${owner}" of DATABASE_URL may not make the roles`);
  const grant = /grant .*;$/.exec(refusal)?.[0] ?? '';
  await admin.query(grant);
  expect((await migrate(db)).applied.length).toBeGreaterThan(5);

  const workspace = inWorkspace({ ...ctx, db }, ctx.ids.uuid());
  const insert = sql('external/insert', `insert into workspaces (id, slug, name) values ($1, 'loja', 'Loja')`);
  await withWorkspace(workspace, (tx) => tx.run(insert, [workspace.workspaceId]));
  const count = sql('external/count', 'select count(*) as n from workspaces');
  const other = inWorkspace(workspace, ctx.ids.uuid());
  expect(await withWorkspace(workspace, (tx) => tx.one(count))).toEqual({ n: 1 });
  expect(await withWorkspace(other, (tx) => tx.one(count))).toEqual({ n: 0 });
  expect(await conveyorStatement(workspace, count)).toEqual([{ n: 1 }]);
  // Row-level security is forced on the owner too; migrations and backups see everything through its policy.
  expect((await db.login.query('select count(*) as n from workspaces')).rows).toEqual([{ n: 1 }]);
});

test('a user who may not make tables is told who may let them', async () => {
  const guest = `${owner}_guest`;
  const { url, name } = await testDatabaseUrl({ empty: true });
  await ctx.db.login.query(`create role ${guest} login password 'secret'`);
  await expect(migrate(await openAs(guest, url))).rejects.toThrow(`alter database "${name}" owner to "${guest}"`);
});

test('a server that cannot be reached, and a password that is wrong, are sentences', async () => {
  const clock = { ...systemClock, monotonic: fastForward(), sleep: async () => undefined };
  const parts = { clock, log: quietLog, metrics: createMetrics() };
  const at = (url: string) => openDb({ dataDir: '', database: { kind: 'external', url: new Secret(url) } }, parts);
  await expect(at('postgres://me:secret@127.0.0.1:1/loja')).rejects.toThrow(
    /127\.0\.0\.1:1\/loja cannot be used: .*ECONNREFUSED/,
  );
  const { url } = await testDatabaseUrl({ empty: true });
  await expect(at(url.replace(/balcao_copy_\w+/, 'no_such_database'))).rejects.toThrow(
    'database "no_such_database" does not exist',
  );
});

function fastForward(): () => number {
  let at = 0;
  return () => (at += 10_000);
}

test('an old server, one in another encoding and a standby are refused', async () => {
  const facts = { version: 160_004, shown: '16.4', encoding: 'UTF8', standby: false };
  const check = (found: object) =>
    checkServer({ query: async () => ({ rows: [{ ...facts, ...found }] }) } as never, systemClock, quietLog); // only `query` is used
  expect(await check({})).toBe('16.4');
  await expect(check({ version: 140_009, shown: '14.9' })).rejects.toThrow('PostgreSQL 14.9; Balcão needs 15');
  await expect(check({ encoding: 'LATIN1' })).rejects.toThrow('encoded in LATIN1');
  await expect(check({ standby: true })).rejects.toThrow('standby');
});

test('a pooler that drops the connection’s options gets no work', async () => {
  const { url } = await testDatabaseUrl({ empty: true });
  const db = await openAs(owner, url);
  const { onConnect } = db.app.pool.options as unknown as { onConnect(client: unknown): Promise<void> }; // not in the driver's type
  await expect(onConnect({ query: async () => ({ rows: [{ user: 'postgres' }] }) })).rejects.toThrow(
    'as "postgres" instead of "balcao_app"',
  );
});
