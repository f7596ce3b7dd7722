import { migrate, sql, withWorkspace } from '@balcao/db';
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

test('another one costs less than migrating it would', async () => {
  const timed = async (work: () => Promise<unknown>) => {
    const since = performance.now();
    await work();
    return performance.now() - since;
  };
  const copies: number[] = [];
  const migrated: number[] = [];
  // 50 ms each, against 300 ms, when nothing else runs; in turn, so that a busy moment meets both.
  for (let n = 0; n < 4; n++) {
    copies.push(await timed(() => testDatabase()));
    migrated.push(await timed(async () => migrate(await testDatabase({ empty: true }))));
  }
  expect(Math.min(...copies)).toBeLessThan(Math.min(...migrated));
});
