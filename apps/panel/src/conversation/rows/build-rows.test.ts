import { expect, test } from 'vitest';
import type { TicketEvent } from '../feed/put-ticket-event.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import { buildRows, type Talk, type ThreadRow } from './build-rows.ts';

const message = (id: string, at: string, change: Partial<ThreadMessage> = {}) =>
  ({
    id,
    at,
    createdAt: at,
    clientId: null,
    direction: 'in',
    origin: 'customer',
    authorId: null,
    ...change,
  }) as ThreadMessage;
const event = (id: string, at: string, kind: TicketEvent['kind']) => ({ id, at, kind }) as TicketEvent;
const talk = (change: Partial<Talk>): Talk => ({
  messages: [],
  outgoing: [],
  events: [],
  unread: undefined,
  dayOf: (at) => at.slice(0, 10),
  ...change,
});
const sketch = (rows: readonly ThreadRow[]) =>
  rows.map((row) => {
    if (row.kind === 'message') return `${row.first ? '(' : ''}${row.message.id}${row.last ? ')' : ''}`;
    return row.kind === 'event' ? row.event.kind : row.kind;
  });

test('days, what happened and what is new stand between the messages, each once', () => {
  const rows = buildRows(
    talk({
      messages: [
        message('a', '2026-11-20T22:00:00Z'),
        message('b', '2026-11-20T22:01:00Z'),
        message('c', '2026-11-21T08:00:00Z', { direction: 'out', origin: 'person', authorId: 'm' }),
        message('d', '2026-11-21T08:30:00Z'),
      ],
      events: [
        event('1', '2026-11-20T21:59:59Z', 'opened'),
        event('2', '2026-11-21T07:00:00Z', 'claimed'),
        event('3', '2026-11-21T07:30:00Z', 'note_edited'),
        event('4', '2026-11-21T09:00:00Z', 'resolved'),
      ],
      unread: { beforeId: 'd', count: 1 },
    }),
  );
  expect(sketch(rows)).toEqual(['day', 'opened', '(a', 'b)', 'day', 'claimed', '(c)', 'unread', '(d)', 'resolved']);
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
});

test('a group ends where the author changes, where five minutes lie between, and where something stands between', () => {
  const rows = buildRows(
    talk({
      messages: [
        message('a', '2026-11-21T08:00:00Z'),
        message('b', '2026-11-21T08:04:59Z'),
        message('c', '2026-11-21T08:10:00Z'),
        message('d', '2026-11-21T08:10:01Z', { direction: 'out', origin: 'bot' }),
        message('e', '2026-11-21T08:10:02Z', { direction: 'out', origin: 'bot' }),
        message('f', '2026-11-21T08:10:09Z', { direction: 'out', origin: 'bot' }),
      ],
      events: [event('1', '2026-11-21T08:10:05Z', 'handed_off')],
    }),
  );
  expect(sketch(rows)).toEqual(['day', '(a', 'b)', '(c)', '(d', 'e)', 'handed_off', '(f)']);
});

test("the card of a handoff takes the place of the ticket's line about it, and of no other", () => {
  const handoff = { id: 'h', at: '2026-11-21T08:00:10Z', ticketId: 't' } as NonNullable<Talk['handoffs']>[number];
  const rows = buildRows(
    talk({
      messages: [message('a', '2026-11-21T08:00:00Z'), message('b', '2026-11-21T09:00:00Z')],
      events: [
        { ...event('1', '2026-11-21T08:00:11Z', 'handed_off'), ticketId: 't' },
        { ...event('2', '2026-11-21T08:30:00Z', 'handed_off'), ticketId: 't' },
      ],
      handoffs: [handoff, { ...handoff, id: 'before', at: '2026-11-20T08:00:00Z' }],
    }),
  );
  expect(sketch(rows)).toEqual(['day', '(a)', 'handoff', 'handed_off', '(b)']);
});
