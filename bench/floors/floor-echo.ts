import pg from 'pg';
import { openGraph, type Row } from './open-graph.ts';
import { readFloorOptions } from './read-floor-options.ts';
import { type Change, changesOf, serveWebhooks } from './serve-webhooks.ts';

// The least an honest echo can do: store before the 200, dedupe, answer in order per sender, mark, recover on start.
const options = readFloorOptions();
const send = openGraph(options);
const pool = new pg.Pool({ host: options.socket, user: options.login, database: 'postgres', max: 16 });
pool.on('error', () => undefined);
await pool.query(`
  create table if not exists inbox (id text primary key, seq bigserial, sender text not null, body text not null, reply_id text);
  create index if not exists inbox_open on inbox (seq) where reply_id is null;
  create table if not exists statuses (id text, status text, at text, primary key (id, status))`);
const keep = 'insert into inbox (id, sender, body) values ($1, $2, $3) on conflict do nothing';
const mark = 'update inbox set reply_id = $2 where id = $1';
const advance = 'insert into statuses values ($1, $2, $3) on conflict do nothing';
const lanes = new Map<string, Promise<void>>();

async function reply(row: Row): Promise<void> {
  for (let pause = 50; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      const wamid = await send(row);
      await pool.query({ name: 'mark', text: mark, values: [row.id, wamid] });
      return;
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
  for (const message of messages) {
    const row = { id: message.id, sender: message.from, body: message.text.body };
    const kept = await pool.query({ name: 'keep', text: keep, values: [row.id, row.sender, row.body] });
    if (kept.rowCount === 1) queue(row);
  }
  for (const { id, status, timestamp } of statuses)
    await pool.query({ name: 'advance', text: advance, values: [id, status, timestamp] });
}

const open = await pool.query<Row>('select id, sender, body from inbox where reply_id is null order by seq');
for (const row of open.rows) queue(row);
serveWebhooks(options.secret, options.port, async (body) => {
  for (const change of changesOf(body)) await take(change);
});
