import { expect, test } from 'vitest';
import { putTicketEvent, type TicketEvent } from './put-ticket-event.ts';

const event = (id: string, at: string, note?: { id: string; text: string | null }) =>
  ({ id, at, kind: note ? 'note_added' : 'claimed', note: note ?? null }) as TicketEvent; // nothing else is looked at

test('a line comes once, in the order of time, whenever it is told', () => {
  const history = { events: [event('a', '1'), event('c', '3')], next: null };
  const told = putTicketEvent(putTicketEvent(history, event('b', '2')), event('b', '2'));
  expect(told.events.map((one) => one.id)).toEqual(['a', 'b', 'c']);
});

test('a note that was edited reads so where it was written', () => {
  const written = event('a', '1', { id: 'n', text: 'liga amanhã' });
  const told = putTicketEvent({ events: [written], next: null }, event('b', '2', { id: 'n', text: 'liga hoje' }));
  expect(told.events.map((one) => one.note?.text)).toEqual(['liga hoje', 'liga hoje']);
});
