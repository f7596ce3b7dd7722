import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import type { Db } from '@balcao/db';
import type { Metrics } from '@balcao/kernel';
import { afterAll, inject } from 'vitest';
import type { HostAnswer } from './database-host.ts';
import { openAt } from './open-at.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's databases come from; set by global-setup.ts. */
    balcaoDatabaseHost: string;
    /** BALCAO_TEST_DATABASE_URL, or ''. */
    balcaoTestDatabaseUrl: string;
  }
}

export interface TestDatabaseOptions {
  readonly metrics?: Metrics;
  /** A database before its first migration. */
  readonly empty?: boolean;
}

/** A migrated database of its own for this test file, closed after it: call it at the top of the file. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<Db> {
  const { url, name } = await testDatabaseUrl(options);
  const db = await openAt(url, name, options.metrics);
  return closedAfterwards(db);
}

/** The same for a program that connects by itself: `url` names the new database. */
export async function testDatabaseUrl({
  empty = false,
}: TestDatabaseOptions = {}): Promise<{ url: string; name: string }> {
  const answer = await askHost(inject('balcaoDatabaseHost'));
  if ('failed' in answer) throw new Error(`There is no database for tests: ${answer.failed}`);
  const name = `balcao_copy_${/\d+$/.exec(answer.template)?.[0] ?? ''}_${randomBytes(5).toString('hex')}`;
  const admin = await openAt(answer.server);
  try {
    await admin.login.query(`create database ${name} template ${empty ? 'template0' : answer.template}`);
  } finally {
    await admin.close();
  }
  const url = new URL(answer.server.replace('@/', '@socket/'));
  url.pathname = `/${name}`;
  return { url: url.href.replace('@socket/', '@/'), name };
}

function askHost(socket: string): Promise<HostAnswer> {
  return new Promise((resolve, reject) => {
    let said = '';
    const line = createConnection(socket);
    line.on('data', (chunk) => (said += chunk));
    line.on('end', () => resolve(JSON.parse(said) as HostAnswer)); // written by database-host.ts
    line.on('error', reject);
  });
}

/** The copy itself goes with the cluster. */
function closedAfterwards(db: Db): Db {
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= db.close();
    return closing;
  };
  afterAll(close);
  return { ...db, close };
}
