import { Fault } from '@balcao/kernel';
import type { ClientBase } from 'pg';
import type { Migration } from './read-migrations.ts';
import { type SqlStatement, splitStatements } from './split-statements.ts';
import { stampWorkspaces } from './stamp-workspaces.ts';

/** One migration, its row-level security and its entry in the books: one transaction. */
export async function applyMigration(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of splitStatements(migration.text)) await runStatement(client, migration, statement);
    await stampWorkspaces(client);
    const entry = 'insert into schema_migrations (name, checksum, breaking) values ($1, $2, $3)';
    await client.query(entry, [migration.name, migration.checksum, migration.breaking]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // a lost connection has rolled back; the first error is the one to tell
    throw error;
  }
}

async function runStatement(client: ClientBase, migration: Migration, statement: SqlStatement): Promise<void> {
  try {
    await client.query(statement.text);
  } catch (error) {
    throw explain(migration, statement, error);
  }
}

interface PostgresError extends Error {
  code?: string;
  position?: string;
  detail?: string;
  hint?: string;
  where?: string;
}

function explain(migration: Migration, statement: SqlStatement, error: unknown): Fault {
  const failure = error as PostgresError; // the driver throws nothing else
  const offset = Number(failure.position ?? 1) - 1; // counted in characters by PostgreSQL, in UTF-16 units here: near enough for a line
  const line = statement.line + (statement.text.slice(0, offset).split('\n').length - 1);
  const sentence = [
    `The migration ${migration.name} failed at line ${line}: ${failure.message} (${failure.code ?? 'no code'})`,
    failure.detail,
    failure.hint,
    failure.where,
    `Statement: ${statement.text.length > 600 ? `${statement.text.slice(0, 600)}…` : statement.text}`,
    'Nothing of this migration was kept.',
  ];
  return new Fault('internal', sentence.filter(Boolean).join('\n'), { migration: migration.name, line }, error);
}
