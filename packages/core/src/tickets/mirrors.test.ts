import { readFileSync, writeFileSync } from 'node:fs';
import type { TicketStatus, ViewFilter } from '@balcao/contract';
import { withWorkspace } from '@balcao/db';
import { type LabMember, testCtx, testLine, ticketLab } from '@balcao/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDepartment, createTag } from '../departments/index.ts';
import { judge, statusRules } from './acting/rules.ts';
import { listInbox } from './inbox/list-inbox.ts';
import { type BaseView, baseFilter, narrow, savedFilter } from './inbox/view-filter.ts';

/*
 * The panel decides before it asks: which list a changed ticket stands in, and what may be done with it. What the server answers to
 * the same questions stands in tests/mirrors; the panel's tests read it there. After a change of the rules here:
 * BALCAO_WRITE_MIRRORS=1 vitest run packages/core/src/tickets/mirrors.test.ts, and format
 */
const pathOf = (name: string) => new URL(`../../../../tests/mirrors/${name}.json`, import.meta.url);

function expectMirror(name: string, answered: readonly object[]): void {
  if (process.env['BALCAO_WRITE_MIRRORS'] === '1') writeFileSync(pathOf(name), JSON.stringify(answered));
  expect(answered).toEqual(JSON.parse(readFileSync(pathOf(name), 'utf8')));
}

const statuses = ['triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved'] as const satisfies TicketStatus[];

test('what may be done with a ticket, as the panel is told', () => {
  const answered: object[] = [];
  for (const mayAssign of [false, true])
    for (const whose of ['own', 'nobodys', 'others'] as const)
      for (const status of statuses) {
        const names = Object.keys(statusRules) as (keyof typeof statusRules)[]; // the keys of a const object are its type's
        const done = names.filter((action) => judge(action, status, whose, mayAssign) === 'yes');
        answered.push({ mayAssign, whose, status, done });
      }
  expectMirror('actions', answered);
});

const TICKETS = 60;
const pick = <T>(of: readonly T[], n: number): T => of[n % of.length] as T; // never of an empty list

/** By names, which stand for the ids of each run. */
const tickets = Array.from({ length: TICKETS }, (_, n) => ({
  name: `t${String(n).padStart(2, '0')}`,
  status: pick(statuses, n),
  department: pick([null, 'vendas', 'suporte'], n >> 1),
  assignee: pick([null, 'ana', 'beto'], n >> 3),
  tags: pick([[], ['vip'], ['atraso', 'novo'], ['vip', 'atraso', 'novo']], n >> 1),
  priority: pick(['low', 'normal', 'high', 'urgent'] as const, n >> 2),
  unread: pick([0, 0, 2], n),
}));

const some = <T>(of: readonly T[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
const filters = fc.record({
  statuses: some(statuses),
  departmentIds: some(['vendas', 'suporte']),
  tagIds: some(['vip', 'atraso', 'novo']),
  priorities: some(['low', 'normal', 'high', 'urgent'] as const),
  assignee: fc.constantFrom(undefined, 'me', 'none', 'beto'),
  unread: fc.constantFrom(undefined, true),
});
const questions = fc.record({
  view: fc.constantFrom('mine', 'unassigned', 'all', 'triage', 'snoozed', 'resolved', 'saved', 'saved', 'saved'),
  departmentId: fc.constantFrom(undefined, undefined, 'vendas'),
  tagId: fc.constantFrom(undefined, undefined, 'vip', 'novo'),
  assigneeId: fc.constantFrom(undefined, undefined, 'none', 'ana', 'beto'),
  unread: fc.constantFrom(undefined, undefined, 'true'),
});

test('which tickets stand in which list, for any view and any filter beside it, as the panel is told', async () => {
  const line = await testLine(await testCtx());
  const { ctx } = line;
  const lab = ticketLab(line);
  const people: Record<string, LabMember> = { ana: await lab.member('Ana'), beto: await lab.member('Beto') };
  const ids: Record<string, string> = {};
  for (const [name, { memberId }] of Object.entries(people)) ids[name] = memberId;
  for (const name of ['vendas', 'suporte'])
    ids[name] = (await lab.within((tx) => createDepartment(ctx, tx, { name }))).id;
  for (const name of ['vip', 'atraso', 'novo']) ids[name] = (await lab.within((tx) => createTag(ctx, tx, { name }))).id;
  const idOf = (name: string) => ids[name] ?? name;
  const idOrNull = (name: string | null) => (name === null ? null : idOf(name));
  const names = new Map<string, string>();
  const numbers = { low: 0, normal: 1, high: 2, urgent: 3 };
  for (const [n, { name, status, department, assignee, tags, priority, unread }] of tickets.entries()) {
    const place = { departmentId: idOrNull(department), assigneeId: idOrNull(assignee), tagIds: tags.map(idOf) };
    const at = new Date(1_795_000_000_000 + n * 1_000);
    names.set(await lab.ticket({ status, ...place, priority: numbers[priority], unread, at }), name);
  }
  const translate = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' ? idOf(one) : one)) as T; // the same shape
  const ana = people['ana'] as LabMember;
  const cases = fc.sample(fc.tuple(questions, filters), { numRuns: 120, seed: 7 });
  const answered: object[] = [];
  for (const [question, filter] of cases) {
    const saved = question.view === 'saved';
    const base = saved
      ? savedFilter(translate(filter) as ViewFilter, ana.memberId)
      : baseFilter(question.view as BaseView, ana.memberId);
    const { view: _view, unread, ...by } = translate(question);
    const asked = base && narrow(base, { ...by, unread: unread === 'true' });
    const page =
      asked && (await withWorkspace(ctx, (tx) => listInbox(ctx, tx, { memberId: ana.memberId, sees: 'all' }, asked)));
    expect(page?.next ?? null).toBeNull();
    const listed = (page?.items ?? []).flatMap(({ ticketId }) => names.get(ticketId) ?? []).toSorted();
    answered.push(JSON.parse(JSON.stringify({ question, ...(saved ? { filter } : {}), listed })) as object);
  }
  expectMirror('tickets', tickets);
  expectMirror('lists', answered);
}, 30_000);
