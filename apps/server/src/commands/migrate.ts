import { migrate, openDb } from '@balcao/db';
import { closeCtx, createCtx, createLog, noTracing } from '@balcao/kernel';
import { readConfig } from './read-config.ts';
import type { Terminal } from './terminal/terminal.ts';

export async function migrateCommand(terminal: Terminal): Promise<void> {
  const config = { ...readConfig(), databasePoolSize: 2 };
  const ctx = createCtx(config, {
    log: createLog({ level: 'silent' }),
    tracing: noTracing,
    actor: { kind: 'operator' },
  });
  const db = await openDb(config, ctx, { mode: 'join-or-start', program: 'balcao command' });
  try {
    const { applied, breaking } = await migrate(db);
    const human =
      applied.length === 0
        ? 'The database is up to date.'
        : `Applied:\n${applied.map((name) => `  ${name}`).join('\n')}`;
    await terminal.answer({ applied, breaking }, human);
  } finally {
    await db.close();
    await closeCtx(ctx);
  }
}
