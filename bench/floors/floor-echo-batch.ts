import pg from 'pg';
import { commitTogether } from './commit-together.ts';
import { openGraph, type Row } from './open-graph.ts';
import { readFloorOptions } from './read-floor-options.ts';
import { type Change, changesOf, serveWebhooks } from './serve-webhooks.ts';

// floor-echo with group commit: what waits while one commit is under way goes into the next one together.
const options = readFloorOptions();
const send = openGraph(options);
const pool = new pg.Pool({ host: options.socket, user: options.login, database: 'postgres', max: 16 });
pool.on('error', () => undefined);
await pool.query(`
  create table if not exists inbox (id text primary key, seq bigserial, sender text not null, body text not null, reply_id text);
  create index if not exists inbox_open on inbox (seq) where reply_id is null;
  create table if not exists statuses (id text, status text, at text, primary key (id, status))`);
const lanes = new Map<string, Promise<void>>();

const keep = commitTogether<Row>(async (rows) => {
  const values = [rows.map(({ id }) => id), rows.map(({ sender }) => sender), rows.map(({ body }) => body)];
  const text = `insert into inbox (id, sender, body) select * from unnest($1::text[], $2::text[], $3::text[])
    on conflict do nothing returning id`;
  const kept = await pool.query<{ id: string }>({ name: 'keep', text, values });
  const fresh = new Set(kept.rows.map(({ id }) => id));
  for (const row of rows) if (fresh.delete(row.id)) queue(row);
});
const mark = commitTogether<{ id: string; wamid: string }>(async (marks) => {
  const values = [marks.map(({ id }) => id), marks.map(({ wamid }) => wamid)];
  const text =
    'update inbox set reply_id = m.wamid from unnest($1::text[], $2::text[]) m(id, wamid) where inbox.id = m.id';
  await pool.query({ name: 'mark', text, values });
});
const advance = commitTogether<{ id: string; status: string; timestamp: string }>(async (updates) => {
  const values = [updates.map((u) => u.id), updates.map((u) => u.status), updates.map((u) => u.timestamp)];
  const text = 'insert into statuses select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing';
  await pool.query({ name: 'advance', text, values });
});

async function reply(row: Row): Promise<void> {
  for (let pause = 50; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await mark({ id: row.id, wamid: await send(row) });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function queue(row: Row): void {
  const before = lanes.get(row.sender) ?? Promise.resolve();
  const lane = before.then(() => reply(row));
  lanes.set(row.sender, lane);
  void lane.then(() => lanes.get(row.sender) === lane && lanes.delete(row.sender));
}

async function take({ messages = [], statuses = [] }: Change): Promise<void> {
  const kept = messages.map(({ id, from, text }) => keep({ id, sender: from, body: text.body }));
  await Promise.all([...kept, ...statuses.map(({ id, status, timestamp }) => advance({ id, status, timestamp }))]);
}

const open = await pool.query<Row>('select id, sender, body from inbox where reply_id is null order by seq');
for (const row of open.rows) queue(row);
serveWebhooks(options.secret, options.port, async (body) => {
  await Promise.all(changesOf(body).map(take));
});
