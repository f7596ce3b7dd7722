import type { TicketStatus } from '@balcao/contract';
import { withWorkspace } from '@balcao/db';
import { type LabMember as Member, type NewTicket, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createDepartment, createTag, createTeam } from '../../departments/index.ts';
import { maySee } from '../acting/types.ts';
import { countInbox } from './count-inbox.ts';
import type { InboxFilter } from './inbox-filter.ts';
import { inboxItems } from './inbox-items.ts';
import { listInbox } from './list-inbox.ts';
import { PAGE } from './rows.ts';
import { baseFilter, narrow, savedFilter } from './view-filter.ts';

const statuses: readonly TicketStatus[] = ['triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved'];
const TICKETS = 400;

let line: TestLine;
let ana: Member;
let beto: Member;
let departments: string[];
let teams: string[];
let tags: string[];
const tickets: (Required<NewTicket> & { id: string })[] = [];

beforeAll(async () => {
  line = await testLine(await testCtx());
  const lab = ticketLab(line);
  ana = await lab.member('Ana');
  beto = await lab.member('Beto');
  departments = [];
  teams = [];
  tags = [];
  for (const name of ['Vendas', 'Suporte', 'Caixa'])
    departments.push((await lab.within((tx) => createDepartment(line.ctx, tx, { name }))).id);
  for (const name of ['Noite', 'Feiras']) teams.push((await lab.within((tx) => createTeam(line.ctx, tx, { name }))).id);
  for (const name of ['VIP', 'Atraso']) tags.push((await lab.within((tx) => createTag(line.ctx, tx, { name }))).id);
  let seed = 1;
  const pick = <T>(of: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return of[seed % of.length] as T; // never called with an empty list
  };
  for (let n = 0; n < TICKETS; n++) {
    // Many share an instant: the id decides between them.
    const at = new Date(1_795_000_000_000 + (n % 40) * 1000);
    const assigneeId = pick([null, ana.memberId, beto.memberId]);
    const departmentId = pick([null, ...departments]);
    const teamId = pick([null, ...teams]);
    const tagIds = pick([[], [tags[0] as string], tags]);
    const of = {
      status: pick(statuses),
      departmentId,
      teamId,
      assigneeId,
      tagIds,
      priority: pick([0, 1, 2, 3]),
      unread: pick([0, 0, 3]),
      at,
      snoozedUntil: at,
    };
    tickets.push({ id: await lab.ticket(of), ...of });
  }
}, 30_000);

async function allPages(viewer: Pick<Member, 'memberId' | 'sees'>, filter: InboxFilter): Promise<string[]> {
  const ids: string[] = [];
  let before: string | undefined;
  do {
    const { items, next } = await withWorkspace(line.ctx, (tx) => listInbox(line.ctx, tx, viewer, filter, before));
    expect(items.length).toBeLessThanOrEqual(PAGE);
    ids.push(...items.map((item) => item.ticketId));
    before = next ?? undefined;
  } while (before !== undefined);
  return ids;
}

const priorities = ['low', 'normal', 'high', 'urgent'] as const;

function expectedIds(viewer: Pick<Member, 'memberId' | 'sees'>, filter: InboxFilter): string[] {
  const { assignee } = filter;
  return tickets
    .filter(
      (one) =>
        filter.statuses.includes(one.status) &&
        maySee(viewer, one) &&
        (filter.departmentIds === undefined || filter.departmentIds.some((id) => id === one.departmentId)) &&
        (filter.tagIds === undefined || filter.tagIds.some((id) => one.tagIds.includes(id))) &&
        (filter.withTagId === undefined || one.tagIds.includes(filter.withTagId)) &&
        (filter.priorities === undefined || filter.priorities.some((name) => priorities[one.priority] === name)) &&
        (assignee === undefined || one.assigneeId === (assignee === 'nobody' ? null : assignee.memberId)) &&
        (filter.unread !== true || one.unread > 0),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .map((one) => one.id);
}

test('whoever looks at whatever view, page after page: each ticket that fits once, the newest first, and no other', async () => {
  const live = statuses.filter((status) => status !== 'resolved');
  const some = <T>(of: () => readonly T[]) => fc.option(fc.subarray([...of()], { minLength: 1 }), { nil: undefined });
  const filters = fc.record({
    statuses: fc.oneof(
      fc.subarray([...live], { minLength: 1 }),
      fc.subarray([...statuses], { minLength: 1 }),
      fc.constant(['resolved' as const]),
    ),
    departmentIds: some(() => departments),
    tagIds: some(() => tags),
    withTagId: fc.constantFrom(undefined, ...tags),
    priorities: some(() => priorities),
    assignee: fc.constantFrom(undefined, 'nobody' as const, { memberId: ana.memberId }, { memberId: beto.memberId }),
    unread: fc.constantFrom(undefined, true),
  });
  const viewers = fc.record({
    memberId: fc.constantFrom(ana.memberId, beto.memberId),
    sees: fc.oneof(fc.constant('all' as const), fc.subarray([...departments, ...teams])),
  });
  await fc.assert(
    fc.asyncProperty(viewers, filters, async (viewer, filter) => {
      expect(await allPages(viewer, filter)).toEqual(expectedIds(viewer, filter));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('the views that every inbox has', async () => {
  const idsOf = async (view: Parameters<typeof baseFilter>[0]) =>
    await allPages(ana, baseFilter(view, ana.memberId) as InboxFilter);
  const own = await idsOf('mine');
  expect(own.length).toBeGreaterThan(20);
  for (const id of own) expect(tickets.find((one) => one.id === id)).toMatchObject({ assigneeId: ana.memberId });
  const resolved = tickets.filter((one) => one.status === 'resolved').length;
  expect(await idsOf('resolved')).toHaveLength(resolved);
  expect(await idsOf('all')).toHaveLength(TICKETS - resolved);
  expect(baseFilter('mine', null)).toBeUndefined();
});

test('the counts are those of the pages', async () => {
  for (const sees of ['all' as const, [departments[0] as string, teams[0] as string]]) {
    const viewer = { memberId: ana.memberId, sees };
    const counts = await withWorkspace(line.ctx, (tx) => countInbox(line.ctx, tx, viewer));
    for (const view of ['mine', 'unassigned', 'all', 'triage', 'snoozed'] as const) {
      const filter = baseFilter(view, ana.memberId) as InboxFilter;
      expect(counts[view], view).toBe(expectedIds(viewer, filter).length);
    }
    const unread = { ...(baseFilter('mine', ana.memberId) as InboxFilter), unread: true };
    expect(counts.mineUnread).toBe(expectedIds(viewer, unread).length);
    for (const { departmentId, count } of counts.queued) {
      const queued = tickets.filter((one) => maySee(viewer, one) && one.status === 'queued');
      expect(count).toBe(queued.filter((one) => one.departmentId === departmentId).length);
    }
  }
});

test('a saved view and what is asked for beside it are both kept; where both cannot be there is nothing', () => {
  const [a, b] = departments as [string, string];
  const saved = savedFilter({ departmentIds: [a], assignee: 'me', statuses: ['resolved', 'open'] }, ana.memberId);
  expect(saved).toMatchObject({
    statuses: ['resolved', 'open'],
    departmentIds: [a],
    assignee: { memberId: ana.memberId },
  });
  expect(narrow(saved as InboxFilter, { departmentId: a, unread: true })).toMatchObject({
    departmentIds: [a],
    unread: true,
  });
  expect(narrow(saved as InboxFilter, { departmentId: b })).toBeUndefined();
  expect(narrow(saved as InboxFilter, { assigneeId: 'none' })).toBeUndefined();
  expect(savedFilter({ assignee: 'me' }, null)).toBeUndefined();
  expect(savedFilter({ statuses: [] }, null)?.statuses).toHaveLength(5);
});

test('the rows of many conversations come at once; another company gets none of them', async () => {
  const ids = tickets.slice(0, 100).map((one) => one.id); // their conversations have the same ids
  const items = await withWorkspace(line.ctx, (tx) => inboxItems(line.ctx, tx, ids));
  expect(items.map((item) => item.ticketId)).toEqual(ids);
  expect(items[0]).toMatchObject({
    contact: { name: expect.stringMatching(/^Cliente/), phone: expect.stringMatching(/^\+55/) },
  });
  const elsewhere = await testLine(line.ctx);
  expect(await withWorkspace(elsewhere.ctx, (tx) => inboxItems(elsewhere.ctx, tx, ids))).toEqual([]);
});

test('a cursor that no page gave is refused', async () => {
  for (const before of [
    'x',
    '2026-01-01T00:00:00.000000Z_',
    `infinity_${departments[0]}`,
    "2026-01-01T00:00:00.000000Z_'; drop",
  ])
    await expect(
      withWorkspace(line.ctx, (tx) => listInbox(line.ctx, tx, ana, { statuses: ['open'] }, before)),
    ).rejects.toMatchObject({ code: 'invalid_input' });
});
