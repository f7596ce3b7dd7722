import { scopeNames } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { createChannel, createWorkspace } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, preparePartitions, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { Client } from 'pg';
import { CHANNELS, type Company, DEPARTMENTS, MEMBERS, planCompany, type Size } from './company.ts';
import { type Cell, copyIn } from './copy-in.ts';
import type { Places } from './rows.ts';
import * as rows from './rows.ts';
import { setAsideIndexes } from './set-aside-indexes.ts';

export interface Seeded {
  readonly workspaceId: string;
  readonly apiKey: string;
}

const TABLES = [
  'contacts',
  'contact_identities',
  'conversations',
  'messages',
  'message_search',
  'tickets',
  'ticket_search',
  'ticket_events',
];
const DAY = 86_400_000;

/** A company of that size, and a second one of a tenth beside it. Empty indexes are set aside and built at the end. */
export async function seedDatabase(
  ctx: DbCtx,
  client: Client,
  size: Size,
  say: (text: string) => void,
): Promise<Seeded> {
  const now = Date.now();
  for (const months of [10, 6, 2]) await preparePartitions(client, new Date(now - months * 30.4 * DAY));
  await client.query(
    `set synchronous_commit = off; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2`,
  );
  const restore = await setAsideIndexes(client, TABLES);
  const first = await seedCompany(ctx, client, 'Loja Grande', size, now, 7, say);
  const tenth = (n: number) => Math.ceil(n / 10);
  const small = { contacts: tenth(size.contacts), tickets: tenth(size.tickets), messages: tenth(size.messages) };
  await seedCompany(ctx, client, 'Loja Vizinha', small, now, 77, say);
  say('indexes');
  await restore();
  say('vacuum and statistics');
  for (const table of TABLES) await client.query(`vacuum (analyze, parallel 0) ${table}`);
  await client.query('checkpoint').catch(() => undefined); // not everybody's right, and only for a quiet start
  return first;
}

async function seedCompany(
  ctx: DbCtx,
  client: Client,
  name: string,
  size: Size,
  now: number,
  seed: number,
  say: (text: string) => void,
): Promise<Seeded> {
  const { id: workspaceId } = await createWorkspace(ctx, { name });
  const inside = inWorkspace(ctx, workspaceId);
  const places = await furnish(inside, client);
  const key = await withWorkspace(inside, (tx) => createApiKey(tx, inside, { name: 'bench', scopes: scopeNames }));
  say(`${name}: ${size.contacts} contacts, ${size.tickets} tickets, about ${size.messages} messages`);
  const company = planCompany(workspaceId, size, now, seed);
  const pour = async (table: string, columns: readonly string[], made: Iterable<readonly Cell[]>) => {
    const since = performance.now();
    const count = await copyIn(client, table, columns, made);
    say(`  ${table}: ${count} rows in ${((performance.now() - since) / 1000).toFixed(1)} s`);
  };
  await pour('contacts', rows.contactColumns, rows.contactRows(company, places));
  await pour('contact_identities', rows.identityColumns, rows.identityRows(company));
  await pour('messages', rows.messageColumns, rows.messageRows(company, places));
  await pour('message_search', rows.searchColumns, rows.searchRows(company));
  await pour('conversations', rows.talkColumns, rows.talkRows(company, places));
  await pour('tickets', rows.ticketColumns, rows.ticketRows(company, places));
  await pour('ticket_search', rows.ticketSearchColumns, rows.ticketSearchRows(company));
  await pour('ticket_events', rows.eventColumns, rows.eventRows(company, places));
  await settleFeeds(client, company);
  return { workspaceId, apiKey: key.key };
}

/** The search has all of it already: its follower goes on from here. */
async function settleFeeds(client: Client, company: Company): Promise<void> {
  await client.query(
    `insert into search_feeds (workspace_id, cursor)
     values ($1, pg_snapshot_xmin(pg_current_snapshot())::text || '-00000000-0000-0000-0000-000000000000')
     on conflict (workspace_id) do update set cursor = excluded.cursor`,
    [company.workspaceId],
  );
  await client.query(`select setval('ticket_protocols', greatest($1, (select last_value from ticket_protocols)))`, [
    company.tickets.length + 1,
  ]);
}

async function furnish(ctx: WorkspaceCtx, client: Client): Promise<Places> {
  const ids = (count: number) => Array.from({ length: count }, () => ctx.ids.uuid());
  const channels: string[] = [];
  for (let n = 0; n < CHANNELS; n++) {
    const number = `${Date.now()}${n}`;
    const secrets = {
      appSecret: 'bench-app-secret',
      accessToken: 'bench-access-token',
      verifyToken: 'bench-verify-token',
    };
    const made = await withWorkspace(ctx, (tx) =>
      createChannel(tx, ctx, { phoneNumberId: number, wabaId: `9${number}`, name: `Número ${n + 1}`, ...secrets }),
    );
    channels.push(made.id);
  }
  const [departments, members, tags, fields] = [ids(DEPARTMENTS), ids(MEMBERS), ids(12), ids(2)];
  const insert = (text: string, made: readonly string[]) => client.query(text, [ctx.workspaceId, made]);
  const each = 'unnest($2::uuid[]) with ordinality as t(id, n)';
  await insert(
    `insert into departments (workspace_id, id, name, position) select $1, id, 'Setor ' || n, n from ${each}`,
    departments,
  );
  await insert(
    `insert into members (workspace_id, id, person_id, name, email, role) select $1, id, gen_random_uuid(), 'Atendente ' || n, 'a' || n || '@example.com', 'attendant' from ${each}`,
    members,
  );
  await insert(`insert into tags (workspace_id, id, name) select $1, id, 'Etiqueta ' || n from ${each}`, tags);
  await insert(
    `insert into contact_fields (workspace_id, id, name, type, options, created_at) select $1, id, 'Campo ' || n, 'choice', '{varejo,atacado}', now() from ${each}`,
    fields,
  );
  await client.query(
    `insert into department_members (workspace_id, department_id, member_id)
     select $1, d.id, m.id from unnest($2::uuid[]) with ordinality as m(id, n), unnest($3::uuid[]) with ordinality as d(id, n) where m.n % $4 = d.n % $4`,
    [ctx.workspaceId, members, departments, DEPARTMENTS],
  );
  return { channels, departments, members, tags, fields };
}
