import type { Output } from '../../api/index.ts';

type History = Output<'tickets.history'>;
export type TicketEvent = History['events'][number];

/** One more line, or the newest state of one; by time, and by id where the time is the same. */
export function putTicketEvent(history: History, event: TicketEvent): History {
  const others = history.events.filter((one) => one.id !== event.id);
  const before = others.filter((one) => one.at < event.at || (one.at === event.at && one.id < event.id));
  const events = [...before, event, ...others.slice(before.length)];
  if (event.note === null) return { ...history, events };
  // An edited or deleted note is shown where it was written.
  const { note } = event;
  return { ...history, events: events.map((one) => (one.note?.id === note.id ? { ...one, note } : one)) };
}
