import type {
  DeskEvent,
  InboxItem,
  Language,
  LedgerFacts,
  RawEvent,
  RealtimeMessage,
  TicketEvent,
} from '@balcao/contract';
import type { LedgerEvent } from '@balcao/core/ledger';
import { maySee, type Place, type Seat } from '../seat.ts';
import type { Digest, Shown, Watched } from './digest.ts';

/** What the database said about what a digest names. */
export interface Facts {
  readonly places: ReadonlyMap<string, Place>;
  /** Where the conversation was before these events, as far as it is known. */
  before(conversationId: string): Place | undefined;
  readonly items: ReadonlyMap<string, InboxItem>;
  messages(language: Language): ReadonlyMap<string, RealtimeMessage> | undefined;
  /** By the id of the ledger's event. */
  readonly histories: ReadonlyMap<string, TicketEvent>;
}

const factsOf = ({ cursor: _cursor, at: _at, type: _type, ...facts }: LedgerEvent): LedgerFacts => facts;
export const toRaw = (event: LedgerEvent): RawEvent => ({
  cursor: event.cursor,
  type: event.type,
  at: event.at.toISOString(),
  data: factsOf(event),
});

/** `-` nothing, `+` as it is, `x` gone: one letter for each thing shown. Who has the same letters is sent the same packet. */
export function verdicts(run: Digest, facts: Facts, seat: Seat): string {
  return run.shown.map((one) => verdict(one, run, facts, seat)).join('');
}

function verdict(one: Shown, run: Digest, facts: Facts, seat: Seat): '-' | '+' | 'x' {
  if (one.kind === 'passing') {
    const { conversationId } = one.event;
    const visible = conversationId === null || maySee(seat, facts.places.get(conversationId));
    return visible && seat.scopes.has(one.scope) ? '+' : '-';
  }
  if (maySee(seat, facts.places.get(one.conversationId))) return facts.items.has(one.conversationId) ? '+' : '-';
  return leftFrom(one.conversationId, run, facts, seat) === undefined ? '-' : 'x';
}

/** A place that the seat could see, and where the ticket was before. */
function leftFrom(conversationId: string, run: Digest, facts: Facts, seat?: Seat): Place | undefined {
  const known = facts.before(conversationId);
  const places = [...(known ? [known] : []), ...(run.before.get(conversationId) ?? [])];
  return places.find((place) => place.ticketId !== null && (seat === undefined || maySee(seat, place)));
}

export function compose(run: Digest, facts: Facts, letters: string): DeskEvent[] {
  return run.shown.flatMap((one, n) => {
    const letter = letters[n];
    if (letter === '-') return [];
    const { cursor, at: when, type } = one.event;
    const at = when.toISOString();
    // The digest let through the areas of the contract only.
    if (one.kind === 'passing') return [{ cursor, type, at, data: factsOf(one.event) } as DeskEvent];
    const item = facts.items.get(one.conversationId);
    if (letter === '+') return item === undefined ? [] : [{ cursor, type: 'inbox.changed', at, data: { item } }];
    const ticketId = leftFrom(one.conversationId, run, facts)?.ticketId ?? '';
    return [{ cursor, type: 'inbox.gone', at, data: { ticketId, conversationId: one.conversationId } }];
  });
}

/** For those who have the conversation on their screen; `cursor` is where they stand, since more of the same run follows. */
export function composeWatched(
  watched: readonly Watched[],
  facts: Facts,
  language: Language,
  cursor: string,
): DeskEvent[] {
  const messages = facts.messages(language);
  return watched.flatMap((one): DeskEvent[] => {
    const at = one.event.at.toISOString();
    if (one.kind === 'message') {
      const message = messages?.get(one.messageId);
      return message === undefined ? [] : [{ cursor, type: 'message.changed', at, data: { message } }];
    }
    const ticketId = one.event.data['ticketId'];
    const data = {
      ticketId: typeof ticketId === 'string' ? ticketId : null,
      conversationId: one.conversationId,
      event: facts.histories.get(one.event.id) ?? null,
    };
    return [{ cursor, type: 'ticket.event', at, data }];
  });
}
