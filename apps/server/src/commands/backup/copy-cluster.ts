import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@balcao/db';
import { type Copied, copyTree } from './copy-tree.ts';

/** Made anew at every start, or of no use elsewhere; the list of PostgreSQL's own pg_basebackup. */
const emptyFolders = [
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
];
const skipped = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map']);
const passing = /(^|\/)(pgsql_tmp|pg_internal\.init|t\d+_)/;

const isSkipped = (path: string): boolean =>
  skipped.has(path) || passing.test(path) || emptyFolders.some((folder) => path.startsWith(`${folder}/`));

/**
 * An online copy of the data directory: the pages may be torn, and the log between start and stop mends them. The slot keeps
 * PostgreSQL from recycling that log meanwhile; it is temporary and goes with the connection.
 */
export async function copyCluster(db: Db, cluster: string, to: string): Promise<Copied> {
  const client = await db.login.connect();
  try {
    await client.query(`select pg_create_physical_replication_slot('balcao_backup_' || pg_backend_pid(), true, true)`);
    await client.query(`select pg_backup_start('balcao', true)`);
    const data = await copyTree(cluster, to, { skip: isSkipped, last: 'global/pg_control' });
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      'select labelfile, spcmapfile from pg_backup_stop(false)',
    );
    const log = await copyTree(join(cluster, 'pg_wal'), join(to, 'pg_wal'), {
      skip: (path) => path.startsWith('summaries'),
    });
    await mkdir(join(to, 'pg_wal', 'summaries'), { recursive: true, mode: 0o700 });
    await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600, flush: true });
    return { files: data.files + log.files, bytes: data.bytes + log.bytes };
  } finally {
    // Closed rather than given back: with it go the slot and a backup that was not stopped.
    client.release(true);
  }
}
