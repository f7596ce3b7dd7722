import type { TicketEvent } from '../feed/put-ticket-event.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import type { Outgoing } from '../outgoing/reduce-outgoing.ts';

export type ThreadRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string; readonly count: number }
  | { readonly kind: 'event'; readonly key: string; readonly event: TicketEvent }
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

/** The talk as a list of rows: days, messages in groups, what happened to the ticket, and where the new ones begin. */
export function buildRows({ messages, outgoing, events, unread, dayOf }: Talk): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let day = '';
  const begin = (at: string) => {
    const of = dayOf(at);
    if (of === day) return;
    day = of;
    rows.push({ kind: 'day', key: `day ${of}`, at });
  };
  const told = events.filter((event) => !silent.has(event.kind));
  let next = 0;
  const tellUntil = (at: string | undefined) => {
    for (let event = told[next]; event && (at === undefined || event.at < at); event = told[++next]) {
      begin(event.at);
      rows.push({ kind: 'event', key: event.id, event });
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
