import { sql, withWorkspace } from '@balcao/db';
import { createIds, systemClock } from '@balcao/kernel';
import { type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { expect, test } from 'vitest';
import type { InboxFilter } from './inbox-filter.ts';
import { listInbox } from './list-inbox.ts';

/** More than are looked through one by one, over more than a year. */
const ROWS = 3_600;
const RARE_EVERY = 60;
const ids = createIds(systemClock);

const statements = [
  sql(
    'test/rare-contacts',
    `insert into contacts (workspace_id, id, name) select $1, x, 'x' from unnest($2::uuid[]) x`,
  ),
  sql(
    'test/rare-conversations',
    `insert into conversations (workspace_id, id, channel_id, contact_id, unread, created_at)
     select $1, x, $3, x, case when n > 3000 and n % ${RARE_EVERY} = 0 then 1 else 0 end, now() from unnest($2::uuid[]) with ordinality u(x, n)`,
  ),
  sql(
    'test/rare-tickets',
    `insert into tickets (workspace_id, id, conversation_id, contact_id, channel_id, protocol, status, resolved_at, tag_ids, priority, opened_at,
       last_message_at, updated_at)
     select $1, x, x, x, $3, x::text, 'resolved', now() - n / 2 * interval '5 hours', case when n % ${RARE_EVERY} = 0 then array[$4::uuid] else '{}' end,
       case when n % 3 = 0 then 0 else 1 end, now(), now(), now() from unnest($2::uuid[]) with ordinality u(x, n)`,
  ),
];

async function pagesOf(line: TestLine, filter: InboxFilter): Promise<string[]> {
  const found: string[] = [];
  let before: string | undefined;
  do {
    const page = await withWorkspace(line.ctx, (tx) =>
      listInbox(line.ctx, tx, { memberId: null, sees: 'all' }, filter, before),
    );
    found.push(...page.items.map((item) => item.ticketId));
    before = page.next ?? undefined;
  } while (before !== undefined);
  return found;
}

test('what is rare among many resolved tickets is found page after page, the oldest too, and only of one company', async () => {
  const line = await testLine(await testCtx());
  const tag = ids.uuid();
  const all = Array.from({ length: ROWS }, () => ids.uuid());
  await ticketLab(line).within(async (tx) => {
    const [contacts, conversations, tickets] = statements;
    if (contacts) await tx.run(contacts, [line.ctx.workspaceId, all]);
    if (conversations) await tx.run(conversations, [line.ctx.workspaceId, all, line.channel.id]);
    if (tickets) await tx.run(tickets, [line.ctx.workspaceId, all, line.channel.id, tag]);
  });
  const sorted = (which: string[]) => [...which].sort();
  const tagged = all.filter((_, n) => (n + 1) % RARE_EVERY === 0);
  const resolved: InboxFilter = { statuses: ['resolved'], tagIds: [tag] };
  const seen = await pagesOf(line, resolved);
  expect(sorted(seen)).toEqual(sorted(tagged));
  expect(seen[0]).toBe(tagged[0]);
  expect(seen.at(-1)).toBe(tagged.at(-1));
  expect(await pagesOf(line, { ...resolved, statuses: ['resolved', 'open', 'queued'] })).toEqual(seen);
  expect(await pagesOf(line, { ...resolved, priorities: ['low'], withTagId: tag })).toEqual(seen);
  expect(await pagesOf(line, { ...resolved, priorities: ['urgent'] })).toEqual([]);
  const unread = await pagesOf(line, { statuses: ['resolved'], unread: true });
  expect(sorted(unread)).toEqual(sorted(tagged.filter((id) => all.indexOf(id) >= 3000)));
  const elsewhere = await testLine(line.ctx);
  expect(await pagesOf(elsewhere, resolved)).toEqual([]);
}, 60_000);
