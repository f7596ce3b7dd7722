import { expect, test } from 'vitest';
import type { InboxItem } from '../conversation-view.ts';
import { possibleActions } from './possible-actions.ts';

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
