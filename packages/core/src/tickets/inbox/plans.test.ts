import { sql, withWorkspace } from '@balcao/db';
import { createIds, systemClock } from '@balcao/kernel';
import { type LabMember, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { inboxItems } from './inbox-items.ts';
import { listInbox } from './list-inbox.ts';
import { type BaseView, baseFilter } from './view-filter.ts';

const ROWS = 10_000;
const ids = createIds(systemClock);

const crowd = [
  sql(
    'test/plan-contacts',
    `insert into contacts (workspace_id, id, name) select $1, x, 'x' from unnest($2::uuid[]) x`,
  ),
  sql(
    'test/plan-conversations',
    `insert into conversations (workspace_id, id, channel_id, contact_id, last_message_id, created_at)
     select $1, x, $3, x, x, now() from unnest($2::uuid[]) x`,
  ),
  sql(
    'test/plan-messages',
    `insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, status, at, created_at)
     select $1, x, x, 1, 'in', 'customer', 'text', 'received', now(), case when $3::uuid is not null then now() end from unnest($2::uuid[]) x`,
  ),
  sql(
    'test/plan-tickets',
    `insert into tickets (workspace_id, id, conversation_id, contact_id, channel_id, protocol, status, resolved_at, assignee_id, opened_at,
       last_message_at, updated_at)
     select $1, x, x, x, $3, x::text, (array['triage', 'queued', 'open', 'snoozed', 'resolved'])[1 + n % 5], now() - n * interval '1 s',
       case when n % 5 = 2 then $4::uuid end, now(), now() - n * interval '1 s', now()
     from unnest($2::uuid[]) with ordinality u(x, n)`,
  ),
];

const tell = sql('test/plan-tell', 'select pg_stat_force_next_flush()');
const read = sql(
  'test/plan-read',
  `select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::int as n from pg_stat_user_tables
   where relname ~ '^(messages|conversations|contacts|contact_identities|tickets)'`,
);

async function tuplesRead(line: TestLine): Promise<number> {
  await Promise.all(Array.from({ length: 20 }, () => withWorkspace(line.ctx, (tx) => tx.run(tell))));
  return (await withWorkspace(line.ctx, (tx) => tx.one<{ n: number }>(read)))?.n ?? 0;
}

const views: readonly BaseView[] = ['mine', 'unassigned', 'all', 'triage', 'snoozed', 'resolved'];

async function lookAround(line: TestLine, who: LabMember): Promise<void> {
  for (const view of views)
    for (const sees of ['all' as const, [ids.uuid()]]) {
      const filter = baseFilter(view, who.memberId);
      if (filter === undefined) throw new Error('a member has every view');
      const agent = { memberId: who.memberId, sees };
      const { items } = await withWorkspace(line.ctx, (tx) => listInbox(line.ctx, tx, agent, filter));
      const talks = items.map((item) => item.conversationId);
      await withWorkspace(line.ctx, (tx) => inboxItems(line.ctx, tx, talks));
    }
}

test('a page of the full inbox walks an index and stops when it is full, whoever looks, on connections that knew it empty too', async () => {
  const ctx = await testCtx();
  const line = await testLine(ctx);
  const lab = ticketLab(line);
  const who = await lab.member('Ana');
  await lab.ticket();
  for (let n = 0; n < 7; n++) await lookAround(line, who);
  const many = Array.from({ length: ROWS }, () => ids.uuid());
  await lab.within(async (tx) => {
    const [contacts, conversations, messages, tickets] = crowd;
    if (contacts) await tx.run(contacts, [line.ctx.workspaceId, many]);
    for (const statement of [conversations, messages])
      if (statement) await tx.run(statement, [line.ctx.workspaceId, many, line.channel.id]);
    if (tickets) await tx.run(tickets, [line.ctx.workspaceId, many, line.channel.id, who.memberId]);
  });
  // What autovacuum does within a minute of so many rows.
  await ctx.db.login.query('analyze tickets, conversations, messages, contacts, contact_identities');
  const before = await tuplesRead(line);
  const rounds = 3;
  for (let n = 0; n < rounds; n++) await lookAround(line, who);
  const pages = rounds * views.length * 2;
  const perPage = ((await tuplesRead(line)) - before) / pages;
  expect(perPage).toBeGreaterThan(50);
  // A page and its 51 rows' neighbours in four tables, twice over; one look through the tickets alone would be 10,000.
  expect(perPage).toBeLessThan(1_000);
}, 60_000);
