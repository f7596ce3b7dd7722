import { type DbCtx, type Migrated, migrate, openDb } from '@balcao/db';
import { closeCtx, createCtx, createLog, noTracing } from '@balcao/kernel';
import { readConfig } from './read-config.ts';

/** A command's context on the database of this DATA_DIR or DATABASE_URL: joined when it runs, else started for as long as it takes. */
export async function withDatabase<T>(fn: (ctx: DbCtx, migrated: Migrated) => Promise<T>): Promise<T> {
  const config = { ...readConfig(), databasePoolSize: 2 };
  const ctx = createCtx(config, {
    log: createLog({ level: 'silent' }),
    tracing: noTracing,
    actor: { kind: 'operator' },
  });
  try {
    const db = await openDb(config, ctx, { mode: 'join-or-start', program: 'balcao command' });
    try {
      const migrated = await migrate(db);
      return await fn({ ...ctx, db }, migrated);
    } finally {
      await db.close();
    }
  } finally {
    await closeCtx(ctx);
  }
}
