import { type DbCtx, inWorkspace, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '../workspaces/index.ts';
import { changeNumber, changeUserId, getContact, identify, type Sender } from './index.ts';

let ctx: DbCtx;
beforeAll(async () => {
  ctx = await testCtx();
});

async function newWorkspace(): Promise<WorkspaceCtx> {
  return inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Loja', slug: `loja-${ctx.ids.uuid().slice(-12)}` })).id);
}

const see = (inside: WorkspaceCtx, ...senders: Sender[]) =>
  withWorkspace(inside, (tx) => identify(tx, inside, senders));

const idsOf = async (inside: WorkspaceCtx, ...senders: Sender[]) =>
  (await see(inside, ...senders)).people.map((person) => person.contactId);

/** Counts what the transaction sends. */
function counting(tx: Tx): { tx: Tx; sent: () => number } {
  let sent = 0;
  const watched = new Proxy(tx, {
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== 'function') return value;
      if (name === 'rows' || name === 'one' || name === 'run') sent++;
      return value.bind(target) as unknown;
    },
  });
  return { tx: watched, sent: () => sent };
}

test('a sender is one contact, made once', async () => {
  const inside = await newWorkspace();
  const first = await see(inside, { waId: '5511987654321', profileName: 'Ana' });
  const again = await see(inside, { waId: '5511987654321', profileName: 'Ana' });
  expect(first.people[0]?.created).toBe(true);
  expect(again.people).toEqual([{ contactId: first.people[0]?.contactId, created: false, blocked: false }]);
});

test('with and without the ninth digit is the same person, and both spellings in one batch too', async () => {
  const inside = await newWorkspace();
  const [a, b] = await idsOf(inside, { waId: '5511987654321' }, { waId: '551187654321' });
  const [c] = await idsOf(inside, { waId: '551187654321' });
  expect(b).toBe(a);
  expect(c).toBe(a);
  const card = await withWorkspace(inside, (tx) => getContact(tx, a as string));
  // What we answer to is the wa_id as it came last.
  expect(card.identities.map((one) => [one.kind, one.value, one.e164])).toEqual([
    ['phone', '551187654321', '+5511987654321'],
  ]);
});

test('foreign numbers that look Brazilian without their country stay apart', async () => {
  const inside = await newWorkspace();
  const [denmark, brazil] = await idsOf(inside, { waId: '4520123456' }, { waId: '554520123456' });
  expect(denmark).not.toBe(brazil);
});

test('a phone first and a BSUID later are joined by the message that carries both', async () => {
  const inside = await newWorkspace();
  const [phone] = await idsOf(inside, { waId: '5511987654321' });
  const [both] = await idsOf(inside, { waId: '5511987654321', bsuid: 'BR.1' });
  const [bsuid] = await idsOf(inside, { bsuid: 'BR.1' });
  expect([both, bsuid]).toEqual([phone, phone]);
});

test('two contacts that turn out to be one are merged into the older, and it is told', async () => {
  const inside = await newWorkspace();
  const [bsuid] = await idsOf(inside, { bsuid: 'BR.1', profileName: 'Ana' });
  const [phone] = await idsOf(inside, { waId: '5511987654321' });
  const both = await see(inside, { waId: '5511987654321', bsuid: 'BR.1' });
  expect(both.merges).toMatchObject([{ from: phone, into: bsuid }]);
  expect(both.people).toEqual([{ contactId: bsuid, created: false, blocked: false }]);
  expect((await withWorkspace(inside, (tx) => getContact(tx, phone as string))).id).toBe(bsuid);
});

test('known senders cost one statement, however many', async () => {
  const inside = await newWorkspace();
  const senders = Array.from({ length: 200 }, (_, n) => ({
    waId: `55119${String(80_000_000 + n)}`,
    bsuid: `BR.${n}`,
    profileName: `Nome ${n}`,
  }));
  await see(inside, ...senders);
  const sent = await withWorkspace(inside, async (tx) => {
    const watched = counting(tx);
    const { people } = await identify(watched.tx, inside, senders);
    expect(new Set(people.map((person) => person.contactId)).size).toBe(200);
    return watched.sent();
  });
  expect(sent).toBe(1);
});

test('a name is written when it changes, and the last of a batch wins', async () => {
  const inside = await newWorkspace();
  const [id] = await idsOf(inside, { waId: '5511987654321', profileName: 'Ana', username: 'ana' });
  const read = () => withWorkspace(inside, (tx) => getContact(tx, id as string));
  const before = await read();
  await see(inside, { waId: '5511987654321', profileName: 'Ana' }, { waId: '5511987654321' });
  expect((await read()).updatedAt).toEqual(before.updatedAt);
  await see(
    inside,
    { waId: '5511987654321', profileName: 'Ana M' },
    { waId: '551187654321', profileName: 'Ana Maria' },
  );
  expect(await read()).toMatchObject({ profileName: 'Ana Maria', username: 'ana' });
});

test('a changed number belongs to the same contact, and so does a changed user id', async () => {
  const inside = await newWorkspace();
  const [id] = await idsOf(inside, { waId: '5511987654321', bsuid: 'BR.1' });
  const moved = await withWorkspace(inside, (tx) =>
    changeNumber(tx, inside, { previous: { waId: '5511987654321' }, current: { waId: '5521912345678' } }),
  );
  const renamed = await withWorkspace(inside, (tx) =>
    changeUserId(tx, inside, { previous: { bsuid: 'BR.1' }, current: { bsuid: 'BR.2' } }),
  );
  const seen = await idsOf(inside, { waId: '5521912345678' }, { bsuid: 'BR.2' }, { waId: '5511987654321' });
  expect([moved.people[0]?.contactId, renamed.people[0]?.contactId, ...seen]).toEqual([id, id, id, id, id]);
  const card = await withWorkspace(inside, (tx) => getContact(tx, id as string));
  expect(card.identities.map((one) => one.reason).sort()).toEqual([
    'changed_number',
    'changed_user_id',
    'first_seen',
    'first_seen',
  ]);
});

test('a changed number that already wrote to us joins the two contacts', async () => {
  const inside = await newWorkspace();
  const [old, young] = [await idsOf(inside, { waId: '5511987654321' }), await idsOf(inside, { waId: '5521912345678' })];
  const moved = await withWorkspace(inside, (tx) =>
    changeNumber(tx, inside, { previous: { waId: '5511987654321' }, current: { waId: '5521912345678' } }),
  );
  expect(moved.merges).toMatchObject([{ from: young[0], into: old[0] }]);
});

test('two processes that see a person at once make one contact', async () => {
  const inside = await newWorkspace();
  const senders = Array.from({ length: 40 }, (_, n) => ({ waId: `55119${80_000_000 + n}`, bsuid: `BR.${n}` }));
  const orders = [senders, senders.toReversed(), senders.toSorted(() => 0.5 - ctx.random()), senders.slice(10)];
  const seen = await Promise.all(orders.map((order) => see(inside, ...order)));
  const byPhone = new Map<string, Set<string>>();
  for (const [n, { people }] of seen.entries())
    for (const [at, person] of people.entries()) {
      const phone = orders[n]?.[at]?.waId ?? '';
      byPhone.set(phone, (byPhone.get(phone) ?? new Set()).add(person.contactId));
    }
  // A contact may have been merged while others were on their way: who it stands for is one.
  const now = await idsOf(inside, ...senders);
  expect(new Set(now).size).toBe(40);
  expect(byPhone.size).toBe(40);
});

const phones = ['5511980000001', '551180000001', '5511980000002', '5521970000003', '14155550104'];
const bsuids = ['BR.1', 'BR.2', 'BR.3', 'US.4'];
const parents = ['P.1', 'P.2'];
const sender = fc
  .record(
    { waId: fc.constantFrom(...phones), bsuid: fc.constantFrom(...bsuids), parentBsuid: fc.constantFrom(...parents) },
    { requiredKeys: [] },
  )
  .filter((one) => one.waId !== undefined || one.bsuid !== undefined || one.parentBsuid !== undefined);

const namesOf = (one: Sender) =>
  [one.waId?.replace(/^5511(9?)8/, '55118'), one.bsuid, one.parentBsuid].filter((name) => name !== undefined);

/** The model: who shares an identity is one person, and whoever shares one with them. */
function expectedPartition(senders: readonly Sender[]): string {
  let parts: Set<string>[] = [];
  for (const names of senders.map(namesOf)) {
    const touched = parts.filter((part) => names.some((name) => part.has(name)));
    parts = [
      ...parts.filter((part) => !touched.includes(part)),
      new Set([...names, ...touched.flatMap((part) => [...part])]),
    ];
  }
  return written(parts.map((part) => [...part]));
}

const written = (parts: string[][]) =>
  parts
    .map((part) => part.sort().join('+'))
    .sort()
    .join(' | ');

async function actualPartition(inside: WorkspaceCtx, senders: readonly Sender[]): Promise<string> {
  const { people } = await see(inside, ...senders);
  const parts = new Map<string, Set<string>>();
  for (const [n, { contactId }] of people.entries())
    for (const name of namesOf(senders[n] ?? {})) parts.set(contactId, (parts.get(contactId) ?? new Set()).add(name));
  return written([...parts.values()].map((part) => [...part]));
}

test('any order and any batches of sightings give the same persons', async () => {
  const cases = fc.array(sender, { minLength: 1, maxLength: 12 }).chain((senders) =>
    fc.record({
      senders: fc.constant(senders),
      shuffled: fc.shuffledSubarray(senders, { minLength: senders.length }),
      cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }),
      atOnce: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ senders, shuffled, cuts, atOnce }) => {
      const inside = await newWorkspace();
      const batches: Sender[][] = [];
      const rest = [...shuffled];
      for (const cut of cuts) if (rest.length > 0) batches.push(rest.splice(0, cut));
      if (atOnce) await Promise.all(batches.map((batch) => see(inside, ...batch)));
      else for (const batch of batches) await see(inside, ...batch);
      expect(await actualPartition(inside, senders)).toBe(expectedPartition(senders));
    }),
    { numRuns: 60 },
  );
}, 60_000);
