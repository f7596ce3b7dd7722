import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '../workspaces/index.ts';
import { findByPhone, findOneByPhone, identify } from './index.ts';

const crowd = sql(
  'contacts/test-crowd',
  `with people as (insert into contacts (workspace_id, id) select $1, gen_random_uuid() from generate_series(1, 20000) returning id)
   insert into contact_identities (workspace_id, id, contact_id, kind, key, value, digits, reason)
   select $1, id, id, 'phone', d.digits, d.digits, '5511' || d.digits || ' 55119' || d.digits, 'first_seen'
     from people, lateral (select lpad(('x' || substr(id::text, 1, 6))::bit(24)::int::text, 8, '8') as digits) d
   on conflict do nothing`,
);
/** The inside of search_phone_digits, as the user who owns it. */
const explain = "explain select contact_id from contact_identities where workspace_id = $1 and digits like '%987612%'";

const search = sql('contacts/test-search', `select * from search_phone_digits('8765', 10)`);

let ctx: DbCtx;
let inside: WorkspaceCtx;
let other: WorkspaceCtx;
const ids: string[] = [];

beforeAll(async () => {
  ctx = await testCtx();
  inside = inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Loja' })).id);
  other = inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Outra' })).id);
  const senders = [{ waId: '551187654321' }, { waId: '5521912345678' }, { waId: '4520123456' }, { bsuid: 'BR.1' }];
  const { people } = await withWorkspace(inside, (tx) => identify(tx, inside, senders));
  ids.push(...people.map((person) => person.contactId));
  await withWorkspace(other, (tx) => identify(tx, other, [{ waId: '5511987654321' }]));
});

const find = async (typed: string, where = inside) =>
  (await withWorkspace(where, (tx) => findByPhone(tx, typed))).map((card) => card.id);

test.each([
  '(11) 98765-4321',
  '+55 11 98765-4321',
  '5511987654321',
  '551187654321',
  '011 98765-4321',
  '11 8765-4321',
  '98765-4321',
  '8765-4321',
  '1198765',
  '4321',
])('%s finds the person, however the number was received', async (typed) => {
  expect(await find(typed)).toEqual([ids[0]]);
});

test('a foreign number is found with and without its plus', async () => {
  expect(await find('+45 20 12 34 56')).toEqual([ids[2]]);
  expect(await find('4520123456')).toEqual([ids[2]]);
});

test('a part finds everybody who has it, the newest first', async () => {
  expect(await find('234')).toEqual([ids[2], ids[1]]);
  expect(await find('999999')).toEqual([]);
});

test('less than three digits is no search, and wildcards are no digits', async () => {
  await expect(find('12')).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(find('%%%')).rejects.toMatchObject({ code: 'invalid_input' });
});

test('one person is asked for: several are refused, none is none', async () => {
  const one = (typed: string) => withWorkspace(inside, (tx) => findOneByPhone(tx, typed));
  expect((await one('8765-4321'))?.id).toBe(ids[0]);
  expect(await one('999999')).toBeUndefined();
  await expect(one('234')).rejects.toMatchObject({ code: 'invalid_input' });
});

test('another workspace finds its own only', async () => {
  const found = await find('(11) 98765-4321', other);
  expect(found).toHaveLength(1);
  expect(ids).not.toContain(found[0]);
});

test('the search uses its trigram index, for whoever owns the function', async () => {
  const busy = inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Muita gente' })).id);
  await withWorkspace(busy, (tx) => tx.run(crowd, [busy.workspaceId]));
  await ctx.db.login.query('vacuum (analyze) contact_identities'); // else the index's pending list is part of its price
  const client = await ctx.db.login.connect();
  // With the default cost of a random page a scan of 20,000 rows is near enough to win.
  await client.query('set enable_seqscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(explain, [busy.workspaceId]);
  client.release(true);
  const text = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toMatch(/contact_identities_digits[\s\S]*Index Cond: .*digits ~~ '%987612%'/);
});

test('outside a workspace the search finds nothing', async () => {
  const found = await ctx.db.login.query(`select * from search_phone_digits('8765', 10)`);
  expect(found.rows).toEqual([]);
  await expect(withConveyor(ctx, (tx) => tx.rows(search))).rejects.toThrow('permission denied');
});
