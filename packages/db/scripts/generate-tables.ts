import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog, createMetrics, systemClock } from '@balcao/kernel';
import { migrate, openDb } from '../src/index.ts';

// `npm run db:types`: writes src/tables.gen.ts from a fresh, migrated database. With `--verify` it only compares, and fails on a difference.
const bin = fileURLToPath(new URL('../../../node_modules/.bin/', import.meta.url));
const target = fileURLToPath(new URL('../src/tables.gen.ts', import.meta.url));

const dataDir = mkdtempSync(join(tmpdir(), 'balcao-types-'));
chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user
const parts = { clock: systemClock, log: createLog({ level: 'error' }), metrics: createMetrics() };
const db = await openDb({ dataDir, database: { kind: 'embedded' } }, parts);
try {
  await migrate(db);
  const url = `postgres://balcao@/postgres?host=${encodeURIComponent(join(dataDir, 'run'))}`;
  const draft = join(dataDir, 'tables.gen.ts');
  const args = [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    draft,
    '--type-mapping',
    '{"int8":"number","date":"string"}',
  ];
  execFileSync(join(bin, 'kysely-codegen'), args, { stdio: 'inherit' });
  const text = readFileSync(draft, 'utf8');
  if (!process.argv.includes('--verify')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write(
      'packages/db/src/tables.gen.ts is not what the migrations make: npm run db:types -w packages/db\n',
    );
    process.exitCode = 1;
  }
} finally {
  await db.close();
  rmSync(dataDir, { recursive: true, force: true });
}
