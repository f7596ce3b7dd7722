import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@balcao/testkit';
import { afterEach, expect, test } from 'vitest';
import { describeCatalogue } from '../catalogue/describe-catalogue.ts';
import { unguarded } from '../catalogue/unguarded.ts';
import type { Db } from '../db.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './read-migrations.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-migrations-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const parts = async (db: Db): Promise<string[]> => {
  const client = await db.login.connect();
  try {
    return await describeCatalogue(client);
  } finally {
    client.release();
  }
};

test('a database migrated step by step is the same as a fresh one', async () => {
  const [fresh, stepwise] = [await testDatabase(), await testDatabase({ empty: true })];
  const files = await readMigrations();
  for (let n = 1; n <= files.length; n++) {
    const some = Object.fromEntries(files.slice(0, n).map((file) => [file.name, file.text]));
    expect((await migrate(stepwise, { folder: folderOf(some) })).applied).toEqual([files[n - 1]?.name]);
  }
  expect(await parts(stepwise)).toEqual(await parts(fresh));
  expect((await parts(fresh)).length).toBeGreaterThan(100);
});

test('a table that nobody thought about is guarded in the transaction that makes it', async () => {
  const db = await testDatabase();
  const files = Object.fromEntries((await readMigrations()).map((file) => [file.name, file.text]));
  const folder = folderOf({
    ...files,
    '209901010000-scraps.sql':
      'create table scraps (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id));',
  });
  await migrate(db, { folder });
  const client = await db.login.connect();
  expect(await unguarded(client)).toEqual([]);
  client.release();
  expect(await parts(db)).toContainEqual(
    expect.stringMatching(/^policy scraps\.workspace_only: PERMISSIVE ALL \{balcao_app\}/),
  );
});

test('rights that a later migration takes away stay away', async () => {
  const db = await testDatabase({ empty: true });
  const make = 'create table book (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id));';
  const files = {
    '202601010000-book.sql': make,
    '202601020000-append-only.sql': 'revoke update, delete on book from balcao_app;',
  };
  await migrate(db, { folder: folderOf(files) });
  await migrate(db, { folder: folderOf(files) });
  expect(await parts(db)).toContainEqual(
    expect.stringMatching(/^relation book: r rls=true\/true +balcao_app=INSERT,balcao_app=SELECT/),
  );
});

test('a failure names the file, the line and the statement, and leaves nothing of that file', async () => {
  const db = await testDatabase({ empty: true });
  const folder = folderOf({
    '202601010000-good.sql': 'create table good (id int);',
    '202601020000-bad.sql': '-- why\ncreate table half (id int);\n\ninsert into half (id)\nselect nothing;\n',
  });
  const failure = await migrate(db, { folder }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'internal', data: { migration: '202601020000-bad.sql', line: 5 } });
  expect(String(failure)).toContain('column "nothing" does not exist');
  expect(String(failure)).toContain('insert into half (id)');
  const { rows } = await db.login.query(
    `select to_regclass('good') is not null as good, to_regclass('half') is null as no_half`,
  );
  expect(rows).toEqual([{ good: true, no_half: true }]);
});

test('an applied migration that was edited is refused', async () => {
  const db = await testDatabase({ empty: true });
  await migrate(db, { folder: folderOf({ '202601010000-a.sql': 'create table a (id int);' }) });
  const edited = migrate(db, { folder: folderOf({ '202601010000-a.sql': 'create table a (id bigint);' }) });
  await expect(edited).rejects.toThrow('202601010000-a.sql was changed after it had been applied');
});

test('the same file with other line ends is the same file', async () => {
  const db = await testDatabase({ empty: true });
  await migrate(db, { folder: folderOf({ '202601010000-a.sql': 'create table a (\nid int);\n' }) });
  expect(
    await migrate(db, { folder: folderOf({ '202601010000-a.sql': 'create table a (\r\nid int);\r\n' }) }),
  ).toMatchObject({ applied: [] });
});

test('three at once apply each migration once', async () => {
  const db = await testDatabase({ empty: true });
  const folder = folderOf({
    '202601010000-a.sql': 'create table a (id int); select pg_sleep(0.1);',
    '202601020000-b.sql': 'create table b (id int);',
  });
  const results = await Promise.all([1, 2, 3].map(() => migrate(db, { folder })));
  expect(results.flatMap((result) => result.applied).sort()).toEqual(['202601010000-a.sql', '202601020000-b.sql']);
});

test('older code works beside a newer database, unless the newer migration is breaking', async () => {
  const db = await testDatabase({ empty: true });
  const old = { '202601010000-a.sql': 'create table a (id int);' };
  const added = { ...old, '202601020000-b.sql': 'alter table a add b int;' };
  await migrate(db, { folder: folderOf(added) });
  expect(await migrate(db, { folder: folderOf(old) })).toEqual({ applied: [], breaking: [] });
  const broken = await migrate(db, {
    folder: folderOf({ ...added, '202601030000-c.sql': '-- breaking\nalter table a drop b;' }),
  });
  expect(broken.breaking).toEqual(['202601030000-c.sql']);
  await expect(migrate(db, { folder: folderOf(added) })).rejects.toThrow(
    'migrated by a newer Balcão (202601030000-c.sql)',
  );
});

test('a file that is not named as a migration stops the start', async () => {
  const db = await testDatabase({ empty: true });
  await expect(migrate(db, { folder: folderOf({ 'Fix Things.sql': '' }) })).rejects.toThrow('not named YYYYMMDDHHMM');
});
