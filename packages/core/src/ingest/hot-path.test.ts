import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { sql, type Tx, withWorkspace } from '@balcao/db';
import { createIds, systemClock } from '@balcao/kernel';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { advanceStatus, applyEarlyStatuses } from '../messages/index.ts';
import { takeTurns } from '../orchestrator/index.ts';
import { createReceiver, processReceipts } from './index.ts';

const ROWS = 20_000;
const PEOPLE = 10;
const ids = createIds(systemClock);

/** One round of the conveyor's statements: receipts in, turns, statuses out. */
async function round(line: TestLine, n: number): Promise<void> {
  const value = (more: object) => ({
    entry: [
      {
        id: line.channel.accountId,
        changes: [{ field: 'messages', value: { metadata: { phone_number_id: line.channel.phoneNumberId }, ...more } }],
      },
    ],
  });
  const people = Array.from({ length: PEOPLE }, (_, i) => `55119${String(80_000_000 + i)}`);
  const messages = people.map((from, i) => ({
    from,
    id: `wamid.${n}.${i}`,
    timestamp: String(Math.floor(Date.now() / 1_000)),
    type: 'text',
    text: { body: 'oi' },
  }));
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  const parts = { parse: parseWebhook, memory: { take: () => undefined } };
  const receive = createReceiver(line.ctx);
  await receive({ body: JSON.stringify(value({ messages })), channels });
  const { woken } = await processReceipts(line.ctx, line.channel, parts);
  const { queued } = await takeTurns(line.ctx, [...woken.keys()]);
  expect(queued).toHaveLength(PEOPLE);
  await withWorkspace(line.ctx, async (tx) => {
    const sightings = queued.map(({ id }) => ({
      status: 'accepted' as const,
      at: new Date(),
      tag: id,
      providerId: `wamid.${id}`,
    }));
    await advanceStatus(line.ctx, tx, line.channel.id, sightings);
    await applyEarlyStatuses(
      line.ctx,
      tx,
      line.channel.id,
      sightings.map((one) => one.providerId),
    );
  });
  const statuses = queued.map(({ id }) => ({
    id: `wamid.${id}`,
    status: 'sent',
    timestamp: '1795000001',
    recipient_id: '5511980000000',
  }));
  await receive({ body: JSON.stringify(value({ statuses })), channels });
  await processReceipts(line.ctx, line.channel, parts);
}

const crowd = {
  contacts: sql(
    'test/crowd-contacts',
    `insert into contacts (workspace_id, id, name) select $1, x, 'x' from unnest($2::uuid[]) x`,
  ),
  identities: sql(
    'test/crowd-identities',
    `insert into contact_identities (workspace_id, id, contact_id, kind, key, value, reason)
     select $1, x, x, 'phone', x::text, x::text, 'seen_together' from unnest($2::uuid[]) x`,
  ),
  conversations: sql(
    'test/crowd-conversations',
    `insert into conversations (workspace_id, id, channel_id, contact_id, created_at) select $1, x, $3, x, now() from unnest($2::uuid[]) x`,
  ),
  messages: sql(
    'test/crowd-messages',
    `insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, status, at, created_at)
     select $1, x, x, 1, 'out', 'bot', 'text', 'sent', now(), now() from unnest($2::uuid[]) x`,
  ),
  tickets: sql(
    'test/crowd-tickets',
    `insert into tickets (workspace_id, id, conversation_id, contact_id, channel_id, protocol, status, opened_at, last_message_at, updated_at)
     select $1, x, x, x, $3, x::text, 'queued', now(), now(), now() from unnest($2::uuid[]) x`,
  ),
  refs: sql(
    'test/crowd-refs',
    `insert into message_refs (workspace_id, channel_id, provider_id, message_id) select $1, $3, x::text, x from unnest($2::uuid[]) x`,
  ),
};

const read = sql(
  'test/tuples-read',
  `select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::int as n from pg_stat_user_tables
   where relname ~ '^(messages|message_refs|conversations|contacts|contact_identities|bot_sessions|tickets)'`,
);

/** PostgreSQL tells what a connection read when the connection says so, or after a while. */
const tell = sql('test/tell-what-was-read', 'select pg_stat_force_next_flush()');

async function tuplesRead(line: TestLine): Promise<number> {
  const all = Array.from({ length: 20 }, () => withWorkspace(line.ctx, (tx) => tx.run(tell)));
  await Promise.all(all);
  return await withWorkspace(line.ctx, sumOfReads);
}

async function sumOfReads(tx: Tx): Promise<number> {
  return (await tx.one<{ n: number }>(read))?.n ?? 0;
}

test('plans kept from when the tables were empty read no more when they are full', async () => {
  const line = await testLine(await testCtx());
  // A connection makes its lasting plans in the first rounds.
  for (let n = 0; n < 12; n++) await round(line, n);
  const many = Array.from({ length: ROWS }, () => ids.uuid());
  await withWorkspace(line.ctx, async (tx) => {
    for (const statement of [crowd.contacts, crowd.identities, crowd.messages])
      await tx.run(statement, [line.ctx.workspaceId, many]);
    for (const statement of [crowd.conversations, crowd.refs, crowd.tickets])
      await tx.run(statement, [line.ctx.workspaceId, many, line.channel.id]);
  });
  const before = await tuplesRead(line);
  const rounds = 5;
  for (let n = 0; n < rounds; n++) await round(line, 100 + n);
  const after = await tuplesRead(line);
  expect(after).toBeGreaterThan(before);
  // A few rows of a few tables for each message; one statement that read a table whole would alone be above this.
  expect((after - before) / (rounds * PEOPLE)).toBeLessThan(60);
}, 60_000);
