import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { InboxItem } from '../conversation-view.ts';
import { type Possible, possibleActions } from './possible-actions.ts';

const ticket = (change: Partial<InboxItem>) =>
  ({ status: 'open', assigneeId: null, floor: 'person', ...change }) as InboxItem;
const attendant = (scope: string) => scope === 'tickets:write';
const offered = (change: Partial<InboxItem>, can: (scope: string) => boolean) =>
  Object.entries(possibleActions(ticket(change), 'm1', can))
    .filter(([, may]) => may)
    .map(([name]) => name);

test('who may only write leaves the ticket of another alone; who assigns may take it away', () => {
  expect(offered({ assigneeId: 'm2' }, attendant)).toEqual([]);
  expect(offered({ assigneeId: 'm2' }, () => true)).toEqual(
    expect.arrayContaining(['release', 'transfer', 'snooze', 'resolve']),
  );
  expect(offered({ assigneeId: 'm2' }, () => true)).not.toContain('claim');
});

test('what waits can be claimed, what the bot has can be taken from it, what is resolved can only be reopened', () => {
  expect(offered({ status: 'queued' }, attendant)).toEqual(expect.arrayContaining(['claim', 'transfer', 'resolve']));
  expect(offered({ status: 'triage', floor: 'bot' }, attendant)).toContain('handoff');
  expect(offered({ status: 'resolved', assigneeId: 'm1' }, attendant)).toEqual(['reopen']);
});

test('an auditor looks on', () => {
  expect(offered({ assigneeId: 'm1' }, () => false)).toEqual([]);
});

interface Allowed {
  readonly mayAssign: boolean;
  readonly whose: 'own' | 'nobodys' | 'others';
  readonly status: InboxItem['status'];
  readonly done: readonly string[];
}
const file = new URL('../../../../../tests/mirrors/actions.json', import.meta.url);
/** What the server does: packages/core/src/tickets/mirrors.test.ts holds this file to it. */
const allowed = JSON.parse(readFileSync(file, 'utf8')) as readonly Allowed[]; // our own test wrote it

const serverNames = {
  claim: 'claim',
  release: 'release',
  transfer: 'transfer',
  snooze: 'snooze',
  wait: 'wait',
  resolve: 'resolve',
  reopen: 'reopen',
  resetBot: 'reset-bot',
  handoff: 'hand-off',
} as const satisfies Record<keyof Possible, string>;

test.each([true, false])(
  'what is offered the server does, and what it would do is offered (bot:write %s)',
  (mayBot) => {
    expect(allowed).toHaveLength(36);
    for (const { mayAssign, whose, status, done } of allowed) {
      const assigneeId = { own: 'm1', nobodys: null, others: 'm2' }[whose];
      const scopes = ['tickets:write', ...(mayAssign ? ['tickets:assign'] : []), ...(mayBot ? ['bot:write'] : [])];
      // One's own is taken already: what the server would do with it is to wake it, which has a button of its own.
      const unsaid = (name: string) => (name === 'claim' && whose === 'own') || (name === 'reset-bot' && !mayBot);
      const offers = Object.entries(
        possibleActions(ticket({ status, assigneeId }), 'm1', (scope) => scopes.includes(scope)),
      )
        .filter(([, may]) => may)
        .map(([name]) => serverNames[name as keyof Possible]); // the keys are its type's
      const said = done.filter((name) => Object.values<string>(serverNames).includes(name) && !unsaid(name));
      expect(offers.toSorted(), JSON.stringify({ mayAssign, whose, status })).toEqual(said.toSorted());
    }
  },
);
