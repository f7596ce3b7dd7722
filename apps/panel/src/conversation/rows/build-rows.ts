import type { BotHandoff } from '../bot/read-turns.ts';
import type { TicketEvent } from '../feed/put-ticket-event.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import type { Outgoing } from '../outgoing/reduce-outgoing.ts';

export type ThreadRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string; readonly count: number }
  | { readonly kind: 'event'; readonly key: string; readonly event: TicketEvent }
  | { readonly kind: 'handoff'; readonly key: string; readonly handoff: BotHandoff }
  | MessageRow;

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly message: ThreadMessage;
  readonly outgoing: Outgoing | undefined;
  /** Its place among neighbours of the same author. */
  readonly first: boolean;
  readonly last: boolean;
}

export interface Talk {
  /** Oldest first. */
  readonly messages: readonly ThreadMessage[];
  readonly outgoing: readonly { readonly outgoing: Outgoing; readonly message: ThreadMessage }[];
  readonly events: readonly TicketEvent[];
  /** Each time the bot gave the talk to people, in any order; its card says more than the event's line. */
  readonly handoffs?: readonly BotHandoff[];
  /** Before which message the "new" line stands, and how many follow. */
  readonly unread: { readonly beforeId: string; readonly count: number } | undefined;
  /** The day of a time where the person is. */
  readonly dayOf: (at: string) => string;
}

/** Bubbles of one author stand together when no more than this lies between them. */
const TOGETHER_MS = 5 * 60_000;
/** Lines that only repeat what another shows: a note's changes are seen in the note. */
const silent: ReadonlySet<TicketEvent['kind']> = new Set(['note_edited', 'note_deleted']);

const sameAuthor = (a: ThreadMessage, b: ThreadMessage) =>
  a.direction === b.direction && a.origin === b.origin && a.authorId === b.authorId;

const together = (a: ThreadRow | undefined, b: ThreadRow | undefined): boolean =>
  a?.kind === 'message' &&
  b?.kind === 'message' &&
  sameAuthor(a.message, b.message) &&
  Date.parse(b.message.at) - Date.parse(a.message.at) <= TOGETHER_MS;

function withPlaces(rows: readonly ThreadRow[]): ThreadRow[] {
  return rows.map((row, at) =>
    row.kind === 'message' ? { ...row, first: !together(rows[at - 1], row), last: !together(row, rows[at + 1]) } : row,
  );
}

/** A card of the bot's handoff stands where the ticket tells of it. */
const SAME_MOMENT_MS = 10_000;
const isOf = (handoff: BotHandoff, event: TicketEvent) =>
  event.kind === 'handed_off' &&
  event.ticketId === handoff.ticketId &&
  Math.abs(Date.parse(event.at) - Date.parse(handoff.at)) <= SAME_MOMENT_MS;

type Told =
  | { readonly at: string; readonly event: TicketEvent }
  | { readonly at: string; readonly handoff: BotHandoff };

/** What is told between messages, oldest first. */
function tellings(events: readonly TicketEvent[], handoffs: readonly BotHandoff[], since: string | undefined): Told[] {
  const cards = handoffs.filter((one) => since === undefined || one.at >= since);
  const lines = events.filter((event) => !silent.has(event.kind) && !cards.some((card) => isOf(card, event)));
  return [
    ...lines.map((event) => ({ at: event.at, event })),
    ...cards.map((handoff) => ({ at: handoff.at, handoff })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The talk as a list of rows: days, messages in groups, what happened to the ticket, and where the new ones begin. */
export function buildRows({ messages, outgoing, events, handoffs = [], unread, dayOf }: Talk): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let day = '';
  const begin = (at: string) => {
    const of = dayOf(at);
    if (of === day) return;
    day = of;
    rows.push({ kind: 'day', key: `day ${of}`, at });
  };
  const told = tellings(events, handoffs, messages[0]?.createdAt);
  let next = 0;
  const tellUntil = (at: string | undefined) => {
    for (let one = told[next]; one && (at === undefined || one.at < at); one = told[++next]) {
      begin(one.at);
      if ('event' in one) rows.push({ kind: 'event', key: one.event.id, event: one.event });
      else rows.push({ kind: 'handoff', key: one.handoff.id, handoff: one.handoff });
    }
  };
  const push = (message: ThreadMessage, sending?: Outgoing) => {
    begin(message.at);
    if (unread?.beforeId === message.id) rows.push({ kind: 'unread', key: 'unread', count: unread.count });
    const key = message.clientId ?? message.id; // an own message stays the same row when the server has it
    rows.push({ kind: 'message', key, message, outgoing: sending, first: true, last: true });
  };
  for (const message of messages) {
    tellUntil(message.createdAt);
    push(message);
  }
  tellUntil(undefined);
  for (const { outgoing: sending, message } of outgoing) push(message, sending);
  return withPlaces(rows);
}
