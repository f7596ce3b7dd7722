import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { embeddedTarget, externalTarget, parseDatabaseUrl } from './target.ts';

test('a whole URL says everything', () => {
  expect(parseDatabaseUrl('postgres://m%40ria:p%2Fw%3A@db.example:6543/lo%20ja')).toEqual({
    host: 'db.example',
    port: 6543,
    user: 'm@ria',
    password: 'p/w:',
    database: 'lo ja',
    ssl: false,
  });
});

test('what is left out is what libpq takes', () => {
  expect(parseDatabaseUrl('postgresql://db.example')).toMatchObject({
    host: 'db.example',
    port: 5432,
    user: 'postgres',
    database: 'postgres',
  });
  expect(parseDatabaseUrl('postgres://me@/loja?host=/run/postgresql&port=5433')).toMatchObject({
    host: '/run/postgresql',
    port: 5433,
    database: 'loja',
  });
});

test('TLS means what it means to libpq', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'ca.pem'), 'CA');
  const tls = (ask: string) => parseDatabaseUrl(`postgres://h/d?${ask}`).ssl;
  expect(tls('sslmode=disable')).toBe(false);
  expect(tls('sslmode=require')).toEqual({ rejectUnauthorized: false });
  expect(tls('sslmode=verify-full')).toEqual({ rejectUnauthorized: true });
  expect(tls('ssl=true')).toEqual({ rejectUnauthorized: true });
  expect(tls(`sslmode=require&sslrootcert=${folder}/ca.pem`)).toMatchObject({
    ca: 'CA',
    rejectUnauthorized: true,
    checkServerIdentity: expect.any(Function),
  });
  expect(tls(`sslmode=verify-full&sslrootcert=${folder}/ca.pem`)).toEqual({ ca: 'CA', rejectUnauthorized: true });
  expect(() => tls(`sslmode=verify-ca&sslrootcert=${folder}/none.pem`)).toThrow('none.pem, which cannot be read');
  expect(() => tls('sslmode=perhaps')).toThrow('sslmode=perhaps');
});

test('what is no database is refused in a sentence that does not repeat it', () => {
  expect(() => parseDatabaseUrl('mysql://me:secret@h/d')).toThrow('begins with "mysql:"');
  expect(() => parseDatabaseUrl('me:secret@h')).toThrow(/DATABASE_URL/);
  expect(() => parseDatabaseUrl('postgres://a,b/d')).toThrow('several hosts');
  for (const url of ['me secret', 'postgres://me:secret@h:port/d'])
    expect(() => parseDatabaseUrl(url)).toThrow(/^(?!.*secret)/);
});

test('nothing in the URL takes the role away', () => {
  const target = externalTarget('postgres://h/d?options=-c%20role%3Dpostgres%20-c%20work_mem%3D8MB');
  expect(target.as('balcao_app').options).toBe('-c role=postgres -c work_mem=8MB -c role=balcao_app');
  expect(embeddedTarget('/run').as('balcao_conveyor')).toMatchObject({ host: '/run', user: 'balcao_conveyor' });
});
