import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '../../workspaces/index.ts';
import {
  addFromAppSync,
  allIdsOf,
  followMerge,
  getContact,
  identify,
  merge,
  type Sender,
  undoMerge,
} from '../index.ts';

let ctx: DbCtx;
beforeAll(async () => {
  ctx = await testCtx();
});

async function newWorkspace(): Promise<WorkspaceCtx> {
  return inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Loja', slug: `loja-${ctx.ids.uuid().slice(-12)}` })).id);
}

const see = async (inside: WorkspaceCtx, sender: Sender) =>
  await withWorkspace(inside, async (tx) => (await identify(tx, inside, [sender])).people[0]?.contactId as string);
const join = (inside: WorkspaceCtx, from: string, into: string) =>
  withWorkspace(inside, (tx) => merge(tx, inside, { from, into }));
const part = (inside: WorkspaceCtx, mergeId: string) => withWorkspace(inside, (tx) => undoMerge(tx, inside, mergeId));

const everything = sql(
  'contacts/test-everything',
  `select c.id, c.name, c.profile_name, c.username, c.merged_into,
          (select array_agg(i.kind || ' ' || i.key order by i.kind, i.key) from contact_identities i where i.contact_id = c.id) as identities
     from contacts c order by c.id`,
);
const all = (inside: WorkspaceCtx) => withWorkspace(inside, (tx) => tx.rows(everything));

test('undoing a merge restores both contacts exactly', async () => {
  const inside = await newWorkspace();
  const ana = await see(inside, { waId: '5511987654321', bsuid: 'BR.1', profileName: 'Ana' });
  const bia = await see(inside, { waId: '5521912345678', profileName: 'Bia', username: 'bia' });
  const before = await all(inside);
  const { mergeId } = await join(inside, bia, ana);
  expect(await withWorkspace(inside, (tx) => getContact(tx, bia))).toMatchObject({
    id: ana,
    profileName: 'Ana',
    username: 'bia',
  });
  expect(await part(inside, mergeId)).toMatchObject({ restored: bia, from: ana });
  expect(await all(inside)).toEqual(before);
});

test('a merge is undone once, and two that are one are not merged', async () => {
  const inside = await newWorkspace();
  const [ana, bia] = [await see(inside, { bsuid: 'BR.1' }), await see(inside, { bsuid: 'BR.2' })];
  const { mergeId } = await join(inside, ana, bia);
  await expect(join(inside, bia, ana)).rejects.toMatchObject({ code: 'conflict' });
  await part(inside, mergeId);
  await expect(part(inside, mergeId)).rejects.toMatchObject({ code: 'conflict' });
});

test('what was seen beside a merged identity goes back with it, what was seen beside the other stays', async () => {
  const inside = await newWorkspace();
  const [ana, bia] = [await see(inside, { bsuid: 'BR.1' }), await see(inside, { bsuid: 'BR.2' })];
  const { mergeId } = await join(inside, bia, ana);
  await see(inside, { waId: '5511987654321', bsuid: 'BR.1' });
  await see(inside, { waId: '5521912345678', bsuid: 'BR.2' });
  await see(inside, { waId: '5521912345678', parentBsuid: 'P.2' });
  await part(inside, mergeId);
  expect(await see(inside, { waId: '5511987654321' })).toBe(ana);
  expect(await see(inside, { waId: '5521912345678' })).toBe(bia);
  expect(await see(inside, { parentBsuid: 'P.2' })).toBe(bia);
});

test('a name that somebody gave after the merge stays', async () => {
  const inside = await newWorkspace();
  const [ana, bia] = [
    await see(inside, { waId: '5511987654321' }),
    await see(inside, { bsuid: 'BR.2', profileName: 'Bia' }),
  ];
  const { mergeId } = await join(inside, bia, ana);
  await see(inside, { waId: '5511987654321', profileName: 'Ana' });
  await part(inside, mergeId);
  expect(await withWorkspace(inside, (tx) => getContact(tx, ana))).toMatchObject({ profileName: 'Ana' });
  expect(await withWorkspace(inside, (tx) => getContact(tx, bia))).toMatchObject({ profileName: 'Bia' });
});

test.each([['the first then the second'], ['the second then the first']])(
  'two merges in a row are undone, %s',
  async (order) => {
    const inside = await newWorkspace();
    const [a, b, c] = [
      await see(inside, { bsuid: 'A' }),
      await see(inside, { bsuid: 'B' }),
      await see(inside, { bsuid: 'C' }),
    ];
    const before = await all(inside);
    const first = await join(inside, a, b);
    const second = await join(inside, b, c);
    expect((await withWorkspace(inside, (tx) => allIdsOf(tx, a))).sort()).toEqual([a, b, c].sort());
    const undone = order.startsWith('the first') ? [first, second] : [second, first];
    for (const { mergeId } of undone) await part(inside, mergeId);
    expect(await all(inside)).toEqual(before);
  },
);

test('what a person parted is not joined again by being seen together', async () => {
  const inside = await newWorkspace();
  const [phone, bsuid] = [await see(inside, { waId: '5511987654321' }), await see(inside, { bsuid: 'BR.1' })];
  const both = { waId: '5511987654321', bsuid: 'BR.1' };
  const seen = await withWorkspace(inside, (tx) => identify(tx, inside, [both]));
  await part(inside, seen.merges[0]?.mergeId as string);
  const again = await withWorkspace(inside, (tx) =>
    identify(tx, inside, [both, { bsuid: 'BR.1', parentBsuid: 'P.1' }]),
  );
  expect(again.merges).toEqual([]);
  expect(again.people.map((person) => person.contactId)).toEqual([phone, bsuid]);
  expect(await see(inside, { parentBsuid: 'P.1' })).toBe(bsuid);
  // Unless the person says otherwise.
  await join(inside, bsuid, phone);
  expect(await see(inside, { parentBsuid: 'P.1' })).toBe(phone);
});

test('what other rooms moved along is handed back by the undo', async () => {
  const inside = await newWorkspace();
  const [ana, bia] = [await see(inside, { bsuid: 'BR.1' }), await see(inside, { bsuid: 'BR.2' })];
  const { mergeId } = await join(inside, bia, ana);
  await withWorkspace(inside, (tx) => followMerge(tx, mergeId, { conversations: { moved: ['x'], pointed: [] } }));
  expect((await part(inside, mergeId)).followed).toEqual({ conversations: { moved: ['x'], pointed: [] } });
});

test('a merge of another workspace cannot be undone, nor its contacts merged', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()];
  const [a, b] = [await see(theirs, { bsuid: 'A' }), await see(theirs, { bsuid: 'B' })];
  await expect(join(mine, a, b)).rejects.toMatchObject({ code: 'not_found' });
  const { mergeId } = await join(theirs, a, b);
  await expect(part(mine, mergeId)).rejects.toMatchObject({ code: 'conflict' });
});

test("the phone app's address book names whoever has no name yet", async () => {
  const inside = await newWorkspace();
  const ana = await see(inside, { waId: '5511987654321', profileName: 'aninha' });
  const sync = (name: string) =>
    withWorkspace(inside, (tx) =>
      addFromAppSync(tx, inside, [{ person: { waId: '551187654321' }, name }, { person: { waId: '5521912345678' } }]),
    );
  expect((await sync('Ana Souza')).people.map((person) => person.created)).toEqual([false, true]);
  await sync('Ana do Mercado');
  expect(await withWorkspace(inside, (tx) => getContact(tx, ana))).toMatchObject({
    name: 'Ana Souza',
    profileName: 'aninha',
  });
});
