import { type LabMember as Member, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { createDepartment, createTag } from '../../departments/index.ts';
import { type ActionRequest, act } from './act.ts';
import { actOn, type Outcome } from './act-on.ts';
import { statusRules } from './rules.ts';

const statuses = ['triage', 'queued', 'open', 'waiting', 'snoozed', 'resolved'] as const;
const actions = Object.keys(statusRules) as (keyof typeof statusRules)[]; // the keys of a const object are its type's

/**
 * done, already, wrong status, claimed by another, not yours; for a ticket of one's own, of nobody, of another person, each in the statuses
 * triage, queued, open, waiting, snoozed, resolved. Written by hand: the table is read against it.
 */
const expected: Record<(typeof actions)[number], string> = {
  claim: 'ddaddw dddddw cccccw',
  assign: 'dddddw dddddw nnnnnw',
  release: 'wadddw wadddw wannnw',
  transfer: 'dddddw dddddw nnnnnw',
  'set-priority': 'dddddw dddddw dddddw',
  'set-subject': 'dddddd dddddd dddddd',
  'set-tags': 'dddddd dddddd dddddd',
  wait: 'wwdaww wwdaww wwnaww',
  snooze: 'wddddw wddddw wnnnnw',
  wake: 'wwwwdw wwwwdw wwwwdw',
  resolve: 'ddddda ddddda nnnnna',
  reopen: 'aaaaad aaaaad aaaaad',
  'reset-bot': 'dddddw dddddw nnnnnw',
  'hand-off': 'daaaaw daaaaw daaaaw',
};

let line: TestLine;
let lab: ReturnType<typeof ticketLab>;
let me: Member;
let other: Member;
let third: Member;
let departmentId: string;
let tagId: string;

beforeAll(async () => {
  line = await testLine(await testCtx());
  lab = ticketLab(line);
  me = await lab.member('Ana');
  other = await lab.member('Beto');
  third = await lab.member('Caio');
  departmentId = (await lab.within((tx) => createDepartment(line.ctx, tx, { name: 'Financeiro' }))).id;
  tagId = (await lab.within((tx) => createTag(line.ctx, tx, { name: 'VIP' }))).id;
});

const requestFor = (action: (typeof actions)[number]): ActionRequest => {
  switch (action) {
    case 'assign':
      return { do: 'assign', memberId: third.memberId };
    case 'transfer':
      return { do: 'transfer', departmentId, reason: 'É com o financeiro' };
    case 'set-priority':
      return { do: 'set-priority', priority: 'urgent' };
    case 'set-subject':
      return { do: 'set-subject', subject: 'Segunda via' };
    case 'set-tags':
      return { do: 'set-tags', tagIds: [tagId] };
    case 'snooze':
      return { do: 'snooze', until: new Date(Date.now() + 3_600_000) };
    case 'wake':
      throw new Error('the clock asks for it itself');
    default:
      return { do: action };
  }
};

const letters: Partial<Record<string, string>> = { wrong_status: 'w', already_claimed: 'c', forbidden: 'n' };
const letter = (outcome: Outcome): string =>
  'fault' in outcome ? (letters[outcome.fault.code] ?? outcome.fault.code) : outcome.changed ? 'd' : 'a';

async function row(action: (typeof actions)[number], mayAssign: boolean): Promise<string> {
  const blocks: string[] = [];
  for (const assigneeId of [me.memberId, null, other.memberId]) {
    const tickets: string[] = [];
    for (const status of statuses) tickets.push(await lab.ticket({ status, assigneeId }));
    const outcomes = await lab.within((tx) => {
      const agent = { ...me, mayAssign };
      if (action === 'wake') return actOn(me.ctx, tx, agent, tickets, { do: 'wake' });
      return act(me.ctx, tx, agent, tickets, requestFor(action));
    });
    blocks.push(outcomes.map(letter).join(''));
  }
  return blocks.join(' ');
}

test.each(actions)('%s: every status, whoever has the ticket', async (action) => {
  expect(await row(action, false)).toBe(expected[action]);
  expect(await row(action, true)).toBe(expected[action].replaceAll('n', 'd'));
});
