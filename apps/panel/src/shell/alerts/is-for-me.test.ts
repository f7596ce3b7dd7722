import type { DeskEvent } from '@balcao/contract';
import { expect, test } from 'vitest';
import { isForMe } from './is-for-me.ts';

const told = (type: string, memberIds: unknown) =>
  ({ cursor: '1', type, at: '2026-01-01T00:00:00Z', data: { data: { memberIds } } }) as unknown as DeskEvent; // nothing else is looked at

test('a bell rings for whom the event names', () => {
  expect(isForMe(told('notification.added', ['ana', 'bia']), 'ana')).toBe(true);
  expect(isForMe(told('notification.read', ['ana']), 'ana')).toBe(true);
  expect(isForMe(told('notification.added', ['bia']), 'ana')).toBe(false);
  expect(isForMe(told('notification.added', undefined), 'ana')).toBe(false);
  expect(isForMe(told('team.members_set', ['ana']), 'ana')).toBe(false);
  const inbox = { type: 'inbox.gone', data: { ticketId: 'x', conversationId: 'y' } } as unknown as DeskEvent; // as above
  expect(isForMe(inbox, 'ana')).toBe(false);
});
