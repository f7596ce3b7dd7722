import type { LedgerEvent } from '../../ledger/index.ts';

/** What a browser is notified of. */
export type NoticeKind = 'mention' | 'assigned' | 'message' | 'queue';
export type OccasionKind = NoticeKind | 'message_failed' | 'scheduled_failed';

/** Something that happened and is worth telling: to these members, or to whoever is in the department or team. */
export interface Occasion {
  readonly kind: OccasionKind;
  readonly conversationId: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  /** Who did it knows already. */
  readonly by: string | null;
  readonly memberIds: readonly string[];
  readonly placeId: string | null;
  /** Of a ticket that waits: somebody put it there. */
  readonly moved: boolean;
  readonly at: Date;
}

/** Where the service of a conversation is now. */
export interface TicketNow {
  readonly ticketId: string;
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  /** Its customer is: what they write is kept, and nobody is called for it. */
  readonly blocked: boolean;
}

export interface Known {
  ticketOf(conversationId: string): TicketNow | undefined;
  /** The person who wrote a message of ours; undefined: it was no person. */
  authorOf(messageId: string): string | undefined;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

type Common = Omit<Occasion, 'kind'>;

export const failedMessage = ({ type, data, messageId }: LedgerEvent): string | null =>
  type === 'message.needs_person' || (type === 'message.status' && data['status'] === 'failed') ? messageId : null;

/** What most of the ledger is made of calls nobody: nothing is looked up for it. */
const callsSomebody = (event: LedgerEvent): boolean =>
  /^(?:note|ticket|scheduled)\.|^message\.received$/.test(event.type) || failedMessage(event) !== null;

/** The conversations of which something must be known to tell whom they call. */
export const talksIn = (events: readonly LedgerEvent[]): string[] => [
  ...new Set(events.filter(callsSomebody).flatMap(({ conversationId }) => conversationId ?? [])),
];

export function occasionsIn(events: readonly LedgerEvent[], known: Known): Occasion[] {
  return events.flatMap((event) => {
    const { type, conversationId, data } = event;
    if (conversationId === null) return [];
    const now = known.ticketOf(conversationId);
    const ticketId = textOrNull(data['ticketId']) ?? now?.ticketId ?? null;
    const by = event.actorKind === 'person' ? event.actorId : null;
    const { messageId, at } = event;
    const common: Common = { conversationId, ticketId, messageId, by, memberIds: [], placeId: null, moved: false, at };
    if (type.startsWith('note.')) return [{ ...common, kind: 'mention', memberIds: textsOf(data['mentions']) }];
    if (type.startsWith('ticket.')) return ticketOccasions(event, now, common);
    return messageOccasions(event, now, known, common);
  });
}

function messageOccasions(event: LedgerEvent, now: TicketNow | undefined, known: Known, common: Common): Occasion[] {
  const { type, data } = event;
  if (type === 'message.received')
    return now?.assigneeId && !now.blocked ? [{ ...common, kind: 'message', memberIds: [now.assigneeId] }] : [];
  const failed = failedMessage(event);
  const author = failed === null ? undefined : known.authorOf(failed);
  if (author !== undefined) return [{ ...common, kind: 'message_failed', by: null, memberIds: [author] }];
  const planner = type === 'scheduled.failed' ? textOrNull(data['memberId']) : null;
  // The clock acts in the planner's name: they do not know of it yet.
  return planner === null ? [] : [{ ...common, kind: 'scheduled_failed', by: null, memberIds: [planner] }];
}

function ticketOccasions({ type, data }: LedgerEvent, now: TicketNow | undefined, common: Common): Occasion[] {
  const found: Occasion[] = [];
  const assigneeId = textOrNull(data['assigneeId']);
  const changedHands = 'wasAssigneeId' in data && data['wasAssigneeId'] !== assigneeId;
  if (assigneeId !== null && changedHands) found.push({ ...common, kind: 'assigned', memberIds: [assigneeId] });
  const placeId =
    textOrNull(data['departmentId']) ?? textOrNull(data['teamId']) ?? now?.departmentId ?? now?.teamId ?? null;
  const wasPlaceId = textOrNull(data['wasDepartmentId']) ?? textOrNull(data['wasTeamId']);
  const waits = data['status'] === 'queued' && (data['was'] !== 'queued' || wasPlaceId !== placeId);
  const moved = type === 'ticket.transferred';
  if (waits && placeId !== null) found.push({ ...common, kind: 'queue', placeId, moved });
  return found;
}
