import type { Terminal } from './terminal/terminal.ts';
import { withDatabase } from './with-database.ts';

export async function migrateCommand(terminal: Terminal): Promise<void> {
  const { applied, breaking } = await withDatabase(async (_ctx, migrated) => migrated);
  const names = applied.map((name) => `  ${name}`).join('\n');
  await terminal.answer({ applied, breaking }, names === '' ? 'The database is up to date.' : `Applied:\n${names}`);
}
