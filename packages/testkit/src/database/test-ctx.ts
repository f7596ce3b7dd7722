import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DbCtx } from '@balcao/db';
import { type Config, createCtx, createKeyRing, createMetrics, loadConfig, Secret } from '@balcao/kernel';
import { inject } from 'vitest';
import { quietLog } from './quiet-log.ts';
import { testDatabase } from './test-database.ts';

const key = { id: 'test', key: new Secret(Buffer.alloc(32, 7).toString('base64')) };

/** What the program would decide with nothing set, in a data folder of its own. */
export function testConfig(env: Readonly<Record<string, string>> = {}): Config {
  // In the run's own folder, which goes with it: hooks do not reach a call from within `beforeAll`.
  const dataDir = mkdtempSync(join(dirname(inject('balcaoDatabaseHost')), 'data-'));
  const result = loadConfig({
    DATA_DIR: dataDir,
    DEMO: 'off',
    LOG_LEVEL: 'silent',
    PASSWORD_BREACH_CHECK: 'off',
    ...env,
  });
  if ('ok' in result) return result.ok;
  throw new Error(result.faults.map((fault) => `${fault.name}: ${fault.sentence}`).join(' '));
}

/** A whole context on a database of its own; everything in it can be replaced. */
export async function testCtx(overrides: Partial<DbCtx> = {}): Promise<DbCtx> {
  const metrics = overrides.metrics ?? createMetrics();
  const base = createCtx(overrides.config ?? testConfig(), {
    log: quietLog,
    keys: createKeyRing([key]),
    metrics,
    ...overrides,
  });
  return { ...base, db: overrides.db ?? (await testDatabase({ metrics })) };
}
