import type { Clock, Log } from '@balcao/kernel';
import type { Db } from '../db.ts';

export interface Migrated {
  readonly applied: readonly string[];
  /** Of those applied now, the ones old code cannot run beside. */
  readonly breaking: readonly string[];
}

/** Brings the database to this program's schema: roles, files in order, row-level security, partitions. Several at once: one works, the others wait. */
export async function migrate(_db: Db, _parts: { clock: Clock; log: Log }, _folder?: string): Promise<Migrated> {
  throw new Error('being built');
}
