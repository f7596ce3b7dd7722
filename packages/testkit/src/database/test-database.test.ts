import { sql, withWorkspace } from '@balcao/db';
import { expect, test } from 'vitest';
import { testCtx, testDatabase, testWorkspace } from './index.ts';

const count = sql('testkit/count', 'select count(*) as n from workspaces');

const ctx = await testCtx();

test('each test database is migrated, and its own', async () => {
  const workspace = await testWorkspace(ctx);
  const other = { ...workspace, db: await testDatabase() };
  expect(await withWorkspace(workspace, (tx) => tx.one(count))).toEqual({ n: 1 });
  expect(await withWorkspace(other, (tx) => tx.one(count))).toEqual({ n: 0 });
});

test('another one takes a blink', async () => {
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const since = performance.now();
    await testDatabase();
    times.push(performance.now() - since);
  }
  // 50 ms when nothing else runs.
  expect(Math.min(...times)).toBeLessThan(300);
});
