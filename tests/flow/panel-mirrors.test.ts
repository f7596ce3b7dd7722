import { baseRoles, operations, type Scope, type TicketStatus, type ViewFilter } from '@balcao/contract';
import { createDepartment, createTag, createTeam } from '@balcao/core/departments';
import { type ActionName, inboxItems, judge, saveView } from '@balcao/core/tickets';
import { type LabMember, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Possible, possibleActions } from '../../apps/panel/src/conversation/actions/possible-actions.ts';
import { belongs } from '../../apps/panel/src/inbox/feed/belongs.ts';
import type { InboxItem, InboxQuestion, SavedView } from '../../apps/panel/src/inbox/feed/inbox-question.ts';
import { inboxVerbs } from '../../apps/server/src/api/verbs/tickets/inbox.ts';

/*
 * The panel decides before it asks: which list a changed ticket stands in, and what may be done with it. Here the server answers the
 * same questions, and both must say the same.
 */
const statuses = ['triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved'] as const satisfies TicketStatus[];
const TICKETS = 120;

let line: TestLine;
let ana: LabMember;
let others: LabMember;
let departments: string[];
let tags: string[];
let items: readonly InboxItem[];

beforeAll(async () => {
  line = await testLine(await testCtx());
  const lab = ticketLab(line);
  [ana, others] = [await lab.member('Ana'), await lab.member('Beto')];
  const { ctx } = line;
  departments = [];
  tags = [];
  for (const name of ['Vendas', 'Suporte'])
    departments.push((await lab.within((tx) => createDepartment(ctx, tx, { name }))).id);
  for (const name of ['VIP', 'Atraso', 'Novo']) tags.push((await lab.within((tx) => createTag(ctx, tx, { name }))).id);
  const team = await lab.within((tx) => createTeam(ctx, tx, { name: 'Noite' }));
  const ids: string[] = [];
  const pick = <T>(of: readonly T[], n: number): T => of[n % of.length] as T; // never of an empty list
  for (let n = 0; n < TICKETS; n++)
    ids.push(
      await lab.ticket({
        status: pick(statuses, n),
        departmentId: pick([null, ...departments], n >> 1),
        teamId: pick([null, null, team.id], n >> 2),
        assigneeId: pick([null, ana.memberId, others.memberId], n >> 3),
        tagIds: pick([[], tags.slice(0, 1), tags.slice(1), tags], n >> 1),
        priority: pick([0, 1, 2, 3], n >> 2),
        unread: pick([0, 0, 2], n),
        at: new Date(1_795_000_000_000 + n * 1_000),
      }),
    );
  items = await lab.within((tx) => inboxItems(ctx, tx, ids)); // a talk of the lab has its ticket's id
  expect(items).toHaveLength(TICKETS);
}, 30_000);

async function listed(question: InboxQuestion): Promise<string[]> {
  const by = { kind: 'member', id: ana.memberId, personId: ana.memberId, sessionId: ana.memberId } as const;
  const from = { address: '127.0.0.1', device: 'test', language: 'pt-BR' } as const;
  const caller = { ctx: ana.ctx, by, scopes: baseRoles.owner, sees: 'all', ...from } as const;
  const found: string[] = [];
  const list = inboxVerbs['inbox.list'];
  for (let before: string | undefined; ; ) {
    const asked = operations['inbox.list'].input.parse(before === undefined ? question : { ...question, before });
    const page = await ticketLab(line).within((tx) => list(caller, tx, asked, {} as Parameters<typeof list>[3])); // asks nothing of the program
    found.push(...page.items.map((item) => item.ticketId));
    if (page.next === null) return found.sort();
    before = page.next;
  }
}

test('a ticket belongs to a list of the panel when the server would list it there, for any view and any filter beside it', async () => {
  const some = <T>(of: readonly T[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
  const filters = fc.record({
    statuses: some(statuses),
    departmentIds: some(departments),
    channelIds: fc.constantFrom(undefined, [line.channel.id]),
    tagIds: some(tags),
    priorities: some(['low', 'normal', 'high', 'urgent'] as const),
    assignee: fc.constantFrom(undefined, 'me', 'none', others.memberId),
    unread: fc.constantFrom(undefined, true),
  });
  const asks = fc.record({
    view: fc.constantFrom('mine', 'unassigned', 'all', 'triage', 'snoozed', 'resolved', 'saved', 'saved', 'saved'),
    departmentId: fc.constantFrom(undefined, undefined, ...departments),
    tagId: fc.constantFrom(undefined, undefined, ...tags),
    assigneeId: fc.constantFrom(undefined, undefined, 'none', ana.memberId, others.memberId),
    unread: fc.constantFrom(undefined, undefined, 'true' as const),
  });
  const keeper = { memberId: ana.memberId, maySaveShared: true };
  let named = 0;
  await fc.assert(
    fc.asyncProperty(filters, asks, async (wished, asked) => {
      const filter = JSON.parse(JSON.stringify(wished)) as ViewFilter; // without what is undefined, as it travels
      const question = JSON.parse(JSON.stringify(asked)) as InboxQuestion;
      const views: SavedView[] = [];
      if (question.view === 'saved') {
        const name = `Lista ${++named}`;
        const input = { name, shared: false, filter };
        const saved = await ticketLab(line).within((tx) => saveView(ana.ctx, tx, keeper, input));
        views.push({ ...saved, mine: true } as unknown as SavedView); // as the API presents it
        question.view = saved.id;
      }
      const ours = items.filter((item) => belongs(item, question, ana.memberId, views) === true);
      expect(ours.map((item) => item.ticketId).sort()).toEqual(await listed(question));
    }),
    { numRuns: 80 },
  );
}, 60_000);

/** What is offered, and what it asks for. What stands under `unoffered` the server would do, and the panel has another way to say it. */
const offers: readonly { key: keyof Possible; does: ActionName; asks: keyof typeof operations; unoffered?: RegExp }[] =
  [
    { key: 'claim', does: 'claim', asks: 'tickets.claim', unoffered: /^own / },
    { key: 'release', does: 'release', asks: 'tickets.release' },
    { key: 'transfer', does: 'transfer', asks: 'tickets.transfer' },
    { key: 'snooze', does: 'snooze', asks: 'tickets.snooze' },
    { key: 'wait', does: 'wait', asks: 'tickets.wait' },
    { key: 'resolve', does: 'resolve', asks: 'tickets.resolve' },
    { key: 'reopen', does: 'reopen', asks: 'tickets.reopen' },
    { key: 'resetBot', does: 'reset-bot', asks: 'tickets.reset-bot' },
    { key: 'handoff', does: 'hand-off', asks: 'tickets.handoff' },
  ];
const scopeSets: readonly (readonly Scope[])[] = [
  [],
  ['tickets:write'],
  ['tickets:write', 'bot:write'],
  ['tickets:write', 'tickets:assign'],
  ['tickets:write', 'tickets:assign', 'bot:write'],
];

test('what the panel offers the server does, and what the server would do is offered', () => {
  const wrong: string[] = [];
  for (const scopes of scopeSets)
    for (const status of statuses)
      for (const [whose, assigneeId] of [
        ['own', 'ana'],
        ['nobodys', null],
        ['others', 'beto'],
      ] as const) {
        const ticket = { status, assigneeId } as InboxItem; // of a ticket nothing else is looked at
        const possible = possibleActions(ticket, 'ana', (scope) => scopes.includes(scope));
        for (const { key, does, asks, unoffered } of offers) {
          const may = scopes.includes(operations[asks].scope as Scope);
          const done = may && judge(does, status, whose, scopes.includes('tickets:assign')) === 'yes';
          if (possible[key] && !done)
            wrong.push(`${key} is offered and refused: ${whose} ${status} [${scopes.join(' ')}]`);
          if (!possible[key] && done && !unoffered?.test(`${whose} `))
            wrong.push(`${key} is not offered: ${whose} ${status} [${scopes.join(' ')}]`);
        }
      }
  expect(wrong).toEqual([]);
});
