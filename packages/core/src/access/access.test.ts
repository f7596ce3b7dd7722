import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '../workspaces/index.ts';
import { authenticate, createApiKey, keepAnswer, listApiKeys, revokeApiKey, takeAnswer } from './index.ts';

let ctx: DbCtx;
let inside: WorkspaceCtx;
beforeAll(async () => {
  ctx = await testCtx();
  inside = inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Loja' })).id);
});

const at = (time: string | number): WorkspaceCtx => ({
  ...inside,
  clock: { ...ctx.clock, now: () => new Date(time) },
});
const make = (change: { expiresAt?: Date } = {}) =>
  withWorkspace(inside, (tx) =>
    createApiKey(tx, inside, { name: 'ERP', scopes: ['messages:read', 'contacts:read'], ...change }),
  );

test('a key says whose it is and what it may do', async () => {
  const { key, id } = await make();
  expect(key).toMatch(/^bk_[A-Za-z0-9_-]{43}$/);
  expect(await authenticate(ctx, key)).toEqual({
    workspaceId: inside.workspaceId,
    apiKeyId: id,
    scopes: ['contacts:read', 'messages:read'],
  });
});

test('only its hash is kept, and two keys are never alike', async () => {
  const [one, two] = [await make(), await make()];
  expect(one.key).not.toBe(two.key);
  const all = sql('access/test-all', 'select row_to_json(k)::text as row from api_keys k');
  const rows = await withWorkspace(inside, (tx) => tx.rows<{ row: string }>(all));
  for (const { row } of rows) expect(row).not.toContain(one.key.slice(11));
});

test('a wrong, altered, revoked or expired key is refused alike', async () => {
  const { key, id } = await make();
  const { key: short } = await make({ expiresAt: new Date(ctx.clock.now().getTime() + 60_000) });
  const refused = { code: 'unauthenticated', message: 'the API key is not valid' };
  const altered = `${key.slice(0, -2)}${key.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const wrong of ['', 'bk_', altered, `${key}x`, 'bk_'.padEnd(46, 'A'), '\0'])
    await expect(authenticate(ctx, wrong)).rejects.toMatchObject(refused);
  await authenticate(ctx, short);
  await expect(authenticate(at(ctx.clock.now().getTime() + 60_000), short)).rejects.toMatchObject(refused);
  await authenticate(ctx, key);
  await withWorkspace(inside, (tx) => revokeApiKey(tx, inside, id));
  await expect(authenticate(ctx, key)).rejects.toMatchObject(refused);
  await expect(withWorkspace(inside, (tx) => revokeApiKey(tx, inside, id))).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a key that would do nothing or has expired is not made', async () => {
  const fail = (input: Parameters<typeof createApiKey>[2]) =>
    expect(withWorkspace(inside, (tx) => createApiKey(tx, inside, input))).rejects.toMatchObject({
      code: 'invalid_input',
    });
  await fail({ name: 'x', scopes: [] });
  await fail({ name: ' ', scopes: ['media:read'] });
  await fail({ name: 'x', scopes: ['media:read'], expiresAt: new Date(0) });
});

test('when it was last used is kept to the minute', async () => {
  const { key, id } = await make();
  const used = async () =>
    (await withWorkspace(inside, (tx) => listApiKeys(tx, inside))).find((one) => one.id === id)?.lastUsedAt;
  expect(await used()).toBeNull();
  await authenticate(at('2026-11-21T10:00:00Z'), key);
  await authenticate(at('2026-11-21T10:00:30Z'), key);
  expect(await used()).toEqual(new Date('2026-11-21T10:00:00Z'));
  await authenticate(at('2026-11-21T10:01:00Z'), key);
  expect(await used()).toEqual(new Date('2026-11-21T10:01:00Z'));
});

test('the conveyor finds keys by prefix and may not change them', async () => {
  const change = sql('access/test-change', 'update api_keys set revoked_at = null');
  await expect(withConveyor(ctx, (tx) => tx.run(change))).rejects.toMatchObject({ code: 'internal' });
});

const request = {
  askerId: '00000000-0000-7000-8000-000000000001',
  key: 'k1',
  operation: 'messages.send',
  body: '{"a":1}',
};
const answer = (change: Partial<typeof request> = {}, ctxNow = inside, work = async () => ({ done: ctx.ids.uuid() })) =>
  withWorkspace(ctxNow, async (tx) => {
    const asked = { ...request, ...change };
    const known = await takeAnswer(tx, ctxNow, asked);
    if (known !== undefined) return known.answer;
    const made = await work();
    await keepAnswer(tx, asked, made);
    return made;
  });

test('the same key with the same request gives the same answer, also at once', async () => {
  const first = await answer();
  expect(await answer()).toEqual(first);
  const many = await Promise.all(Array.from({ length: 8 }, () => answer({ key: 'k2' })));
  expect(new Set(many.map((one) => JSON.stringify(one))).size).toBe(1);
});

test('the same key with another request is a conflict', async () => {
  await answer({ key: 'k3' });
  await expect(answer({ key: 'k3', body: '{"a":2}' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(answer({ key: 'k3', operation: 'contacts.merge' })).rejects.toMatchObject({ code: 'conflict' });
});

test('what failed may be asked again', async () => {
  const failing = answer({ key: 'k4' }, inside, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await answer({ key: 'k4' })).toMatchObject({ done: expect.any(String) });
});

test('after 24 hours the key is free again', async () => {
  const first = await answer({ key: 'k5' }, at('2026-11-21T10:00:00Z'));
  expect(await answer({ key: 'k5' }, at('2026-11-22T09:59:59Z'))).toEqual(first);
  expect(await answer({ key: 'k5' }, at('2026-11-22T10:00:01Z'))).not.toEqual(first);
});
