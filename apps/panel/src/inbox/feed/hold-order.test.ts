import { expect, test } from 'vitest';
import { holdOrder } from './hold-order.ts';
import type { InboxItem } from './inbox-question.ts';

const item = (ticketId: string, unread = 0) => ({ ticketId, unread }) as InboxItem; // the order looks at nothing else
const ids = (items: readonly InboxItem[]) => items.map((one) => one.ticketId).join('');

test('while the order is held nothing moves, and what changed shows its newest state', () => {
  const held = [item('a'), item('b'), item('c')];
  const list = holdOrder(held, [item('c', 3), item('n'), item('a'), item('b'), item('z')]);
  expect(ids(list.items)).toBe('abcz');
  expect(list.items[2]?.unread).toBe(3);
  expect(list.waiting).toBe(2);
});

test('what left stays where it was until the order is let go', () => {
  expect(ids(holdOrder([item('a'), item('b')], [item('b')]).items)).toBe('ab');
  expect(holdOrder(undefined, [item('b')])).toEqual({ items: [item('b')], waiting: 0 });
});
