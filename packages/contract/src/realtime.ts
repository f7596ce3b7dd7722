import type { InboxItem, PresenceState, ThreadMessage, TicketEvent } from './operations/index.ts';
import type { Problem } from './problem.ts';

/*
 * Socket.IO at `/realtime`, authenticated by the session cookie, by `auth: { token: <api key> }` or by `Authorization: Bearer`.
 *
 * Keeping a screen true: subscribe first, then read over HTTP, and lay over what was read every event that came since the
 * reading began. Events carry whole states, so applying one twice or applying an old one is healed by the event that follows.
 * After a reconnect subscribe again with the last cursor seen (and what is watched): what was missed comes first, in order.
 */

/** Where in the ledger. Opaque; keep the last one seen. */
export type Cursor = string;

export interface SubscribeRequest {
  readonly workspace: string;
  /** The last cursor seen: what was missed since comes first. Without it, from now on. */
  readonly after?: Cursor;
  /** `raw`: one `event` for each ledger row. `desk`: batches of what a screen shows. */
  readonly mode?: 'raw' | 'desk';
  /** Conversations watched from the first event on, as if by `watch`: say them again when subscribing after a reconnect. */
  readonly watching?: readonly string[];
}

/** Events follow that are newer than `cursor`. */
export type SubscribeAnswer =
  | { readonly ok: true; readonly cursor: Cursor }
  | { readonly ok: false; readonly problem: Problem };
export type Answer = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** What happened, as the ledger keeps it: ids, kinds and statuses, never texts. */
export interface LedgerFacts {
  readonly id: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly contactId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Happened<Type extends string, Data> {
  readonly cursor: Cursor;
  readonly type: Type;
  /** ISO. */
  readonly at: string;
  readonly data: Data;
}

export type RawEvent = Happened<string, LedgerFacts>;

/** As `messages.thread` shows it. */
export type RealtimeMessage = ThreadMessage;

/** What is told to a screen in its own words. */
export type TicketHappening = Happened<'inbox.changed', { readonly item: InboxItem }>;
/** The ticket left what the receiver may see: another department, another person, or another contact's talk joined it. */
export type TicketGone = Happened<'inbox.gone', { readonly ticketId: string; readonly conversationId: string }>;
/** Of watched conversations only. New, or changed: status, edit, reaction, media that arrived. */
export type MessageHappening = Happened<'message.changed', { readonly message: RealtimeMessage }>;
/** Of watched conversations only: one more line of the ticket's history. Null: read `tickets.history` on from the last one. */
export type HistoryHappening = Happened<
  'ticket.event',
  { readonly ticketId: string | null; readonly conversationId: string; readonly event: TicketEvent | null }
>;

/** Areas of the ledger that pass as themselves: whoever shows such a thing reads it again. */
export type PassingArea =
  | 'access'
  | 'api_key'
  | 'canned'
  | 'channel'
  | 'contact'
  | 'department'
  | 'export'
  | 'field'
  | 'import'
  | 'invitation'
  | 'macro'
  | 'media'
  | 'member'
  | 'note'
  | 'notification'
  | 'queue'
  | 'role'
  | 'scheduled'
  | 'tag'
  | 'team'
  | 'template'
  | 'view'
  | 'workspace';
export type PassingHappening = Happened<`${PassingArea}.${string}`, LedgerFacts>;

/** Narrow by `type`: `if (event.type === 'inbox.changed') event.data.item`. */
export type DeskEvent = TicketHappening | TicketGone | MessageHappening | HistoryHappening | PassingHappening;

export interface PresenceChange {
  readonly memberId: string;
  readonly state: PresenceState;
  /** ISO; when the member was last there. */
  readonly lastSeenAt: string | null;
}

export interface TypingChange {
  readonly conversationId: string;
  readonly by: string;
  readonly on: boolean;
}

/** For `Socket<ServerToClient, ClientToServer>` on either side. */
export interface ClientToServer {
  subscribe(request: SubscribeRequest, answer: (answer: SubscribeAnswer) => void): void;
  /** Also one's own: from now on `message.changed`, `ticket.event` and `typing` of this conversation come. At most 20 at once. */
  watch(request: { readonly conversationId: string }, answer: (answer: Answer) => void): void;
  unwatch(request: { readonly conversationId: string }): void;
  /** Say `on` again every 5 s while typing goes on: it fades by itself after 8. */
  typing(request: { readonly conversationId: string; readonly on: boolean }): void;
  presence(request: { readonly state: 'online' | 'away' }): void;
}

export interface ServerToClient {
  /** Raw mode. */
  event(event: RawEvent): void;
  /** Desk mode: all of one tick, in order; the cursor of the last one is the one to keep. */
  events(events: readonly DeskEvent[]): void;
  /** Nothing to show, but so far the ledger was read: a newer cursor to keep, so that little is missed after a pause. */
  reached(at: { readonly cursor: Cursor }): void;
  /** Those that changed; many at once come together. */
  presence(changes: readonly PresenceChange[]): void;
  typing(change: TypingChange): void;
  /** Too much was missed, or what may be seen changed: read everything again; events go on after this cursor. */
  resync(from: { readonly cursor: Cursor }): void;
  /** The session ended, the key was revoked or the member may no longer work here; the socket closes. */
  signed_out(): void;
}
