import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { createKeyRing, Secret } from '@balcao/kernel';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import {
  CHANNELS_CHANGED,
  type CreateChannelInput,
  createChannel,
  createWorkspace,
  findChannel,
  findWorkspace,
  getWorkspace,
  listChannels,
  loadChannels,
  resealSecrets,
  resumeChannel,
  setBotFlow,
  stopChannel,
} from './index.ts';

let ctx: DbCtx;
beforeAll(async () => {
  ctx = await testCtx();
});

let made = 0;
async function newWorkspace(): Promise<WorkspaceCtx> {
  return inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Loja', slug: `loja-${++made}` })).id);
}

const numbers = () => `1000${++made}`;
const input = (change: Partial<CreateChannelInput> = {}): CreateChannelInput => ({
  phoneNumberId: numbers(),
  wabaId: '2001',
  appSecret: 'the-app-secret',
  accessToken: 'the-access-token',
  verifyToken: 'the-verify-token',
  ...change,
});
const open = (inside: WorkspaceCtx, change: Partial<CreateChannelInput> = {}) =>
  withWorkspace(inside, (tx) => createChannel(tx, inside, input(change)));

const raw = sql('workspaces/test-raw', 'select * from channels where id = $1');
const rawOf = (id: string) => withConveyor(ctx, (tx) => tx.one<Record<string, string>>(raw, [id]));
const versions = sql('workspaces/test-versions', 'select version, source, parsed from flow_versions order by version');

test('a workspace is found by id and by slug, and the slug is made from the name', async () => {
  const created = await createWorkspace(ctx, { name: ' Padaria São João & Filhos ' });
  expect(created).toMatchObject({ name: 'Padaria São João & Filhos', slug: 'padaria-sao-joao-filhos' });
  expect(await findWorkspace(ctx, created.id)).toEqual(created);
  expect(await findWorkspace(ctx, created.slug)).toEqual(created);
  const inside = inWorkspace(ctx, created.id);
  expect(await withWorkspace(inside, getWorkspace)).toEqual(created);
  const again = { name: 'Padaria Sao Joao Filhos' };
  expect((await createWorkspace(ctx, again)).slug).toMatch(/^padaria-sao-joao-filhos-[0-9a-f]{12}$/);
  await expect(createWorkspace(ctx, { ...again, slug: created.slug })).rejects.toMatchObject({ code: 'conflict' });
  await expect(findWorkspace(ctx, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
});

test('a name without any Latin letter still makes a slug', async () => {
  expect((await createWorkspace(ctx, { name: '寿司' })).slug).toMatch(/^w-[0-9a-f]{12}$/);
});

test.each(['', 'Loja', 'loja_1', '-loja', 'loja-', 'l'.repeat(64)])('the slug "%s" is refused', async (slug) => {
  await expect(createWorkspace(ctx, { name: 'Loja', slug })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('no secret of a channel is in its row, nor in what people see of it', async () => {
  const inside = await newWorkspace();
  const channel = await open(inside);
  const row = JSON.stringify(await rawOf(channel.id));
  for (const secret of ['the-app-secret', 'the-access-token', 'the-verify-token']) expect(row).not.toContain(secret);
  const listed = await withWorkspace(inside, listChannels);
  expect(listed).toEqual([channel]);
  expect(Object.keys(channel).filter((name) => /secret|token/i.test(name))).toEqual([]);
});

test('every channel is loaded with its secrets opened, stopped ones too', async () => {
  const inside = await newWorkspace();
  const channel = await open(inside);
  await withWorkspace(inside, (tx) => stopChannel(tx, inside, { channelId: channel.id, reason: 'token expired' }));
  const loaded = (await loadChannels(ctx)).find((one) => one.id === channel.id);
  expect(loaded).toMatchObject({
    workspaceId: inside.workspaceId,
    state: 'stopped',
    stateReason: 'token expired',
    appSecret: 'the-app-secret',
    accessToken: 'the-access-token',
    verifyToken: 'the-verify-token',
  });
});

test('a channel whose secrets do not open is left out, and the others are there', async () => {
  const inside = await newWorkspace();
  const channel = await open(inside);
  const other = createKeyRing([{ id: 'other', key: new Secret(Buffer.alloc(32, 9).toString('base64')) }]);
  const lost = inWorkspace({ ...ctx, keys: other }, inside.workspaceId);
  const unreadable = await withWorkspace(lost, (tx) => createChannel(tx, lost, input()));
  const ids = (await loadChannels(ctx)).map((one) => one.id);
  expect(ids).toContain(channel.id);
  expect(ids).not.toContain(unreadable.id);
});

test('a number belongs to one channel in the whole house', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()];
  const { phoneNumberId } = await open(mine);
  await expect(open(theirs, { phoneNumberId })).rejects.toMatchObject({ code: 'conflict' });
  expect((await findChannel(ctx, phoneNumberId)).workspaceId).toBe(mine.workspaceId);
});

test.each([
  [{ phoneNumberId: 'abc' }],
  [{ wabaId: '' }],
  [{ appSecret: ' ' }],
  [{ perSecond: 0 }],
  [{ perSecond: 1.5 }],
  [{ joinMs: 60_001 }],
])('a channel with %j is refused', async (change) => {
  await expect(open(await newWorkspace(), change)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('every change of a channel is told once it is committed', async () => {
  const inside = await newWorkspace();
  const told: string[] = [];
  const stop = await ctx.db.listen(CHANNELS_CHANGED, (id) => told.push(id));
  const channel = await open(inside);
  await withWorkspace(inside, (tx) => stopChannel(tx, inside, { channelId: channel.id, reason: 'a' }));
  await withWorkspace(inside, (tx) => stopChannel(tx, inside, { channelId: channel.id, reason: 'again' }));
  await withWorkspace(inside, (tx) => resumeChannel(tx, inside, { channelId: channel.id, reason: 'b' }));
  await withWorkspace(inside, (tx) => setBotFlow(tx, inside, { channelId: channel.id, source: '{}', parsed: {} }));
  await expect.poll(() => told.filter((id) => id === channel.id)).toHaveLength(4);
  await stop();
});

test('a flow gets the next version; the same file again does not', async () => {
  const inside = await newWorkspace();
  const { id: channelId } = await open(inside);
  const set = (source: string, joinMs?: number) =>
    withWorkspace(inside, (tx) => setBotFlow(tx, inside, { channelId, source, parsed: { is: source }, joinMs }));
  const first = await set('a');
  expect(await set('a', 1500)).toEqual(first);
  expect((await set('b')).version).toBe(2);
  const [channel] = await withWorkspace(inside, listChannels);
  expect(channel).toMatchObject({ joinMs: 1500 });
  expect(await withWorkspace(inside, (tx) => tx.rows(versions))).toEqual([
    { version: 1, source: 'a', parsed: { is: 'a' } },
    { version: 2, source: 'b', parsed: { is: 'b' } },
  ]);
  const many = await Promise.all(['c', 'd', 'e', 'f', 'g', 'h'].map((source) => set(source)));
  expect(many.map((one) => one.version).sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8]);
});

test('nobody touches the channel of another workspace', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()];
  const { id: channelId } = await open(theirs);
  const flow = { channelId, source: 'a', parsed: {} };
  await expect(withWorkspace(mine, (tx) => setBotFlow(tx, mine, flow))).rejects.toMatchObject({ code: 'not_found' });
  expect(await withWorkspace(mine, (tx) => stopChannel(tx, mine, { channelId, reason: 'x' }))).toBe(false);
  expect(await withWorkspace(mine, listChannels)).toEqual([]);
});

test('secrets of an older key are sealed again with the new one, once', async () => {
  const inside = await newWorkspace();
  const channel = await open(inside);
  const before = await rawOf(channel.id);
  const keyOf = (id: string, byte: number) => ({ id, key: new Secret(Buffer.alloc(32, byte).toString('base64')) });
  const turned: DbCtx = { ...ctx, keys: createKeyRing([keyOf('new', 8), keyOf('test', 7), keyOf('other', 9)]) };
  const first = await resealSecrets(turned);
  expect(first.resealed).toBe(first.looked);
  expect(await resealSecrets(turned)).toEqual({ looked: first.looked, resealed: 0 });
  const after = await rawOf(channel.id);
  expect(after?.['access_token']).toMatch(/^new\./);
  expect(before?.['access_token']).toMatch(/^test\./);
  const onlyNew: DbCtx = { ...ctx, keys: createKeyRing([keyOf('new', 8)]) };
  expect((await loadChannels(onlyNew)).find((one) => one.id === channel.id)?.accessToken).toBe('the-access-token');
});
