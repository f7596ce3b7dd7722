import { randomUUID } from 'node:crypto';
import { testCtx } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { inWorkspace } from '../in-workspace.ts';
import { sql } from '../statement.ts';
import { withWorkspace } from '../transaction/with-workspace.ts';
import { unguarded } from './unguarded.ts';

/** Who people are: nobody but the identity role may touch them. */
const OF_PEOPLE = [
  'backup_codes',
  'challenges',
  'oidc_links',
  'one_time_links',
  'passkeys',
  'persons',
  'sessions',
  'sign_in_attempts',
];

/** Tables of the house, not of one workspace: the application's role may not touch them. */
const OF_THE_HOUSE = ['receipts', 'schedules', 'schema_migrations', 'site_keys', 'workers'];

/** Unique indexes and foreign keys of a workspace's table that do not begin with the workspace, and why. */
const ACROSS_WORKSPACES = [
  'channels_number_key', // a phone number belongs to one channel in the whole house: a webhook has one way to go
  'dead_jobs_pkey', // jobs of the house have no workspace
  'jobs_pkey',
  'workspaces_pkey', // its id is the workspace
  'workspaces_slug_key', // the address of a workspace
];

/** Functions that run with their owner's rights. Each narrows to the workspace itself. */
const WITH_RIGHTS_OF_THEIR_OWNER = [
  'find_knowledge_gap(text,real)',
  'find_knowledge_words(text[],text[],text[])',
  'find_resolved_tickets(jsonb,boolean,timestamp with time zone,uuid,integer)',
  'list_contacts(boolean,text,uuid,uuid,boolean,text,jsonb,text,integer)',
  'search_contact_names(text,text[],text,integer)',
  'search_knowledge(text,text,text,text[],real[],integer)',
  'search_messages(text,uuid,integer,uuid[],uuid)',
  'search_phone_digits(text,integer)',
  'search_tickets(text[],integer,uuid[],uuid)',
];

const ctx = await testCtx();
const ask = async <R>(text: string): Promise<R[]> => (await ctx.db.login.query(text)).rows as R[];

const tables = (which: string) => `
  select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and ${which} (
    c.relname = 'workspaces' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)) order by 1`;

test('every table of a workspace has row-level security, enabled, forced and whole', async () => {
  const client = await ctx.db.login.connect();
  const open = await unguarded(client);
  client.release();
  expect(open).toEqual([]);
  expect((await ask(tables(''))).length).toBeGreaterThan(10);
});

test('tables without a workspace are on the list, and closed to the application', async () => {
  const found = await ask<{ name: string }>(tables('not'));
  expect(found.map((table) => table.name)).toEqual([...OF_PEOPLE, ...OF_THE_HOUSE].sort());
  const rights =
    await ask(`select name, role from unnest('{${OF_THE_HOUSE}}'::text[]) as name, unnest('{select,insert,update,delete}'::text[]) as role
    where has_table_privilege('balcao_app', name, role)`);
  expect(rights).toEqual([]);
});

test('passwords, sessions and codes are read by the identity role alone', async () => {
  const rights = await ask<{ role: string }>(`select distinct role from unnest('{${OF_PEOPLE}}'::text[]) as name,
    unnest('{balcao_app,balcao_conveyor,balcao_identity}'::text[]) as role, unnest('{select,insert,update,delete}'::text[]) as power
    where has_table_privilege(role, name, power) or has_any_column_privilege(role, name, 'select')`);
  expect(rights).toEqual([{ role: 'balcao_identity' }]);
  const elsewhere = await ask<{
    name: string;
  }>(`select distinct table_name as name from information_schema.column_privileges
    where grantee = 'balcao_identity' and not table_name = any('{${OF_PEOPLE}}') order by 1`);
  expect(elsewhere.map((table) => table.name)).toEqual([
    'access_log',
    'custom_roles',
    'department_members',
    'departments',
    'invitations',
    'ledger',
    'members',
    'push_subscriptions',
    'workspaces',
  ]);
});

test('keys, unique indexes and foreign keys begin with the workspace', async () => {
  const odd = await ask<{ name: string }>(`
    with ours as (select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and not c.relispartition
      and (c.relname = 'workspaces' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)))
    select i.indexrelid::regclass::text as name from pg_index i join ours o on o.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indisunique and a.attname is distinct from 'workspace_id'
    union select k.conname from pg_constraint k join ours o on o.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.conparentid = 0 and a.attname <> 'workspace_id'
    order by 1`);
  expect(odd.map((index) => index.name)).toEqual(ACROSS_WORKSPACES);
});

test('views look with the eyes of who asks, and functions with their owner’s rights are on the list', async () => {
  const views =
    await ask(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
    and not coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on}' and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`);
  expect(views).toEqual([]);
  const functions = await ask<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
  );
  expect(functions.map((one) => one.name)).toEqual(WITH_RIGHTS_OF_THEIR_OWNER);
});

test('the roles of work have no power but their grants', async () => {
  const roles = await ask(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('balcao_app', 'balcao_conveyor', 'balcao_identity') order by 1`,
  );
  const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
  expect(roles).toEqual([
    { rolname: 'balcao_app', ...none },
    { rolname: 'balcao_conveyor', ...none },
    { rolname: 'balcao_identity', ...none },
  ]);
  const more =
    await ask(`select r.rolname from pg_roles r, unnest('{balcao_app,balcao_conveyor,balcao_identity}'::text[]) as role
    where r.rolname <> role and pg_has_role(role, r.oid, 'member')`);
  expect(more).toEqual([]);
  expect(
    await ask(
      `select has_schema_privilege('balcao_app', 'public', 'create') as app, has_schema_privilege('balcao_conveyor', 'public', 'create') as conveyor, has_schema_privilege('balcao_identity', 'public', 'create') as identity`,
    ),
  ).toEqual([{ app: false, conveyor: false, identity: false }]);
});

test('without a workspace the application sees nothing and writes nothing', async () => {
  const client = await ctx.db.app.pool.connect();
  const [ours] = [randomUUID()];
  await withWorkspace(inWorkspace(ctx, ours), (tx) =>
    tx.run(sql('catalogue/insert', `insert into workspaces (id, slug, name) values ($1, 'catalogo', 'x')`), [ours]),
  );
  try {
    for (const { name } of await ask<{ name: string }>(tables(''))) {
      expect((await client.query(`select count(*) as n from ${name}`)).rows, name).toEqual([{ n: 0 }]);
    }
    await expect(
      client.query(`insert into workspaces (id, slug, name) values ('${randomUUID()}', 'fora', 'x')`),
    ).rejects.toThrow('row-level security');
    expect((await client.query(`update workspaces set name = 'y'`)).rowCount).toBe(0);
    expect((await client.query(`delete from workspaces`)).rowCount).toBe(0);
  } finally {
    client.release();
  }
});

test('what the last transaction was set to is not there for the next', async () => {
  const ours = inWorkspace(ctx, randomUUID());
  const left = sql('catalogue/left', `select current_setting('app.workspace_id', true) as id`);
  expect(await withWorkspace(ours, (tx) => tx.one(left))).toEqual({ id: ours.workspaceId });
  const { rows } = await ctx.db.app.pool.query(left.text);
  expect(rows).toEqual([{ id: '' }]);
});
