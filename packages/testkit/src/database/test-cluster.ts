import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPostgres, migrate } from '@balcao/db';
import { openAt } from './open-at.ts';
import { quietLog } from './quiet-log.ts';

export interface TestCluster {
  /** Of its maintenance database. */
  readonly url: string;
  /** The name of a migrated database that nobody connects to. */
  readonly template: string;
  stop(): Promise<void>;
}

/** PostgreSQL without fsync, and one migrated database to copy from. */
export async function startTestCluster(folder: string, external: string): Promise<TestCluster> {
  if (external !== '') return templateOn(external, async () => undefined);
  chmodSync(folder, 0o755); // as root, PostgreSQL runs as another user
  const binParent = join(tmpdir(), `balcao-test-postgres-${process.getuid?.() ?? 0}`);
  mkdirSync(binParent, { recursive: true, mode: 0o755 });
  const keeper = await keepPostgres(folder, {
    mode: 'own',
    program: 'tests',
    log: quietLog,
    durable: false,
    binParent,
  });
  const url = `postgres://balcao@/postgres?host=${encodeURIComponent(keeper.layout.socketDir)}`;
  return templateOn(url, () => keeper.stop(async () => false));
}

async function templateOn(url: string, stop: () => Promise<void>): Promise<TestCluster> {
  const template = `balcao_template_${process.pid}`;
  const admin = await openAt(url);
  try {
    await admin.login.query(`drop database if exists ${template}`);
    await admin.login.query(`create database ${template} encoding 'UTF8' template template0`);
  } finally {
    await admin.close();
  }
  const fresh = await openAt(url, template);
  try {
    await migrate(fresh);
  } finally {
    await fresh.close();
  }
  return { url, template, stop: () => sweepAnd(url, stop) };
}

/** On a server of somebody's own the copies are taken away again. */
async function sweepAnd(url: string, stop: () => Promise<void>): Promise<void> {
  const admin = await openAt(url);
  try {
    const asked = `select datname as name from pg_database where datname like $1`;
    const { rows } = await admin.login.query<{ name: string }>(asked, [`balcao_%_${process.pid}%`]);
    for (const { name } of rows) await admin.login.query(`drop database if exists "${name}" with (force)`);
  } finally {
    await admin.close();
    await stop();
  }
}
