import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../scripts/generate-tables.ts', import.meta.url));

test('the types of the tables are those of the migrations', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, '--verify'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
