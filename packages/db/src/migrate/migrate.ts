import { type Clock, Fault, type Log } from '@balcao/kernel';
import type { PoolClient } from 'pg';
import { unguarded } from '../catalogue/unguarded.ts';
import type { Db, DbKind } from '../db.ts';
import { preparePartitions } from '../partitions/prepare-partitions.ts';
import { faultFromPostgres } from '../transaction/fault-from-postgres.ts';
import { applyMigration } from './apply-migration.ts';
import { ensureRoles } from './ensure-roles.ts';
import { type Migration, readMigrations } from './read-migrations.ts';
import { stampWorkspaces } from './stamp-workspaces.ts';

export interface MigrateOptions {
  /** Another folder of SQL files; for tests. */
  readonly folder?: string;
  /** Instead of the database's own: a command's log, a test's clock. */
  readonly log?: Log;
  readonly clock?: Clock;
}

export interface Migrated {
  readonly applied: readonly string[];
  /** Of those applied now, the ones old code cannot run beside. */
  readonly breaking: readonly string[];
}

/** The lock of migrations; any number that nobody else uses. */
const LOCK = 7_202_611;

/** Brings the database to this program's schema: roles, files in order, row-level security, partitions. Several at once: one works, the others wait. */
export async function migrate(db: Db, options: MigrateOptions = {}): Promise<Migrated> {
  const files = await readMigrations(options.folder);
  const client = await db.login
    .connect()
    .catch((error: unknown) => Promise.reject(faultFromPostgres(error, 'migrating')));
  let broken: Error | undefined;
  try {
    const run: Run = { client, kind: db.kind, log: options.log ?? db.log, clock: options.clock ?? db.clock };
    await takeLock(run);
    return await migrateLocked(run, files);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw faultFromPostgres(error, 'migrating');
  } finally {
    // With the connection goes the lock; a connection that failed is not used again.
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release(broken);
  }
}

interface Run {
  readonly client: PoolClient;
  readonly kind: DbKind;
  readonly log: Log;
  readonly clock: Clock;
}

async function takeLock({ client, log }: Run): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
  if (rows[0]?.taken === true) return;
  log.info({}, 'Another program is migrating this database; waiting for it');
  await client.query('select pg_advisory_lock($1)', [LOCK]);
}

async function migrateLocked({ client, kind, log, clock }: Run, files: readonly Migration[]): Promise<Migrated> {
  await checkRights(client);
  await ensureRoles(client, kind === 'embedded');
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, breaking boolean not null, applied_at timestamptz not null default now())`);
  const pending = await pendingOf(client, log, files);
  for (const file of pending) {
    const since = clock.monotonic();
    await applyMigration(client, file);
    log.info({ migration: file.name.slice(13), ms: Math.round(clock.monotonic() - since) }, 'A migration was applied');
  }
  await stampWorkspaces(client);
  await preparePartitions(client, clock.now());
  const open = await unguarded(client);
  if (open.length > 0)
    throw new Fault('internal', `Tables of a workspace without row-level security: ${open.join(', ')}`);
  return {
    applied: pending.map((file) => file.name),
    breaking: pending.filter((file) => file.breaking).map((file) => file.name),
  };
}

async function checkRights(client: PoolClient): Promise<void> {
  const asked = `select has_schema_privilege('public', 'create') as allowed, session_user as login, current_database() as database`;
  const { rows } = await client.query<{ allowed: boolean; login: string; database: string }>(asked);
  const found = rows[0];
  if (!found || found.allowed) return;
  throw new Fault(
    'unavailable',
    `The user "${found.login}" may not make tables. Run as an administrator: alter database "${found.database}" owner to "${found.login}";`,
  );
}

interface Applied {
  name: string;
  checksum: string;
  breaking: boolean;
}

/** What is left to do; refuses a history that is not ours. */
async function pendingOf(client: PoolClient, log: Log, files: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Applied>('select name, checksum, breaking from schema_migrations order by name');
  const applied = new Map(rows.map((row) => [row.name, row]));
  const known = new Set(files.map((file) => file.name));
  const edited = files.find((file) => applied.has(file.name) && applied.get(file.name)?.checksum !== file.checksum);
  if (edited) {
    throw new Fault(
      'internal',
      `The migration ${edited.name} was changed after it had been applied to this database. Put it back as it was, and write a new one.`,
    );
  }
  const newer = rows.filter((row) => !known.has(row.name));
  const stop = newer.find((row) => row.breaking);
  if (stop)
    throw new Fault(
      'unavailable',
      `This database was migrated by a newer Balcão (${stop.name}), and this one cannot work with it. Start the newer version.`,
    );
  if (newer.length > 0)
    log.warn(
      { migrations: newer.map((row) => row.name) },
      'This database was migrated by a newer Balcão; this one can work beside it',
    );
  return files.filter((file) => !applied.has(file.name));
}
