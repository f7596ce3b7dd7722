import type { TicketEventKind } from '@balcao/contract';
import type { Action, TicketFacts, TicketState } from './types.ts';

/** What an action makes of a ticket: its state after it, what is told, and who answers the customer from then on. */
export interface Plan {
  readonly kind: TicketEventKind;
  readonly after: TicketState;
  readonly floor?: 'person' | 'bot' | undefined;
  /** The bot's session is forgotten. */
  readonly restartsBot?: boolean;
  readonly reason?: string | undefined;
}

export const stateOf = (ticket: TicketFacts): TicketState => ({
  status: ticket.status,
  priority: ticket.priority,
  subject: ticket.subject,
  departmentId: ticket.departmentId,
  queueId: ticket.queueId,
  teamId: ticket.teamId,
  assigneeId: ticket.assigneeId,
  tagIds: ticket.tagIds,
  queuedAt: ticket.queuedAt,
  assignedAt: ticket.assignedAt,
  snoozedUntil: ticket.snoozedUntil,
  resolvedAt: ticket.resolvedAt,
  resolveReason: ticket.resolveReason,
  reopened: ticket.reopened,
});

const withPerson = (ticket: TicketState, memberId: string, now: Date): TicketState => ({
  ...ticket,
  status: 'open',
  assigneeId: memberId,
  assignedAt: ticket.assigneeId === memberId ? ticket.assignedAt : now,
  snoozedUntil: null,
});

const inQueue = (ticket: TicketState, now: Date): TicketState => ({
  ...ticket,
  status: 'queued',
  assigneeId: null,
  queuedAt: now,
  snoozedUntil: null,
});

/** Pure: the table of rules has said that it may be. `me` is whoever acts. */
export function planChange(ticket: TicketFacts, action: Action, me: string | null, now: Date): Plan {
  const before = stateOf(ticket);
  switch (action.do) {
    case 'claim':
      return { kind: 'claimed', after: withPerson(before, me ?? '', now), floor: 'person' };
    case 'assign':
      return {
        kind: 'assigned',
        after: withPerson(before, action.memberId, now),
        floor: 'person',
        reason: action.reason,
      };
    case 'release':
      return { kind: 'released', after: inQueue(before, now), floor: 'person', reason: action.reason };
    case 'transfer':
      return { kind: 'transferred', after: placed(before, action, now), floor: 'person', reason: action.reason };
    case 'set-priority':
      return { kind: 'priority_set', after: { ...before, priority: action.priority } };
    case 'set-subject':
      return { kind: 'subject_set', after: { ...before, subject: action.subject } };
    case 'set-tags':
      return { kind: 'tags_set', after: { ...before, tagIds: tagsAfter(before.tagIds, action) } };
    case 'wait':
      return { kind: 'waiting', after: { ...before, status: 'waiting' } };
    case 'snooze':
      return {
        kind: 'snoozed',
        after: { ...before, status: 'snoozed', snoozedUntil: action.until },
        reason: action.reason,
      };
    case 'wake':
      return { kind: 'woken', after: backToWork(before, now) };
    case 'resolve':
      return resolved(ticket, before, action, now);
    case 'reopen':
      return { kind: 'reopened', after: reopened(ticket, before, now), floor: 'person', reason: action.reason };
    case 'reset-bot':
      return {
        kind: 'bot_reset',
        after: { ...before, status: 'triage', assigneeId: null, snoozedUntil: null },
        floor: 'bot',
        restartsBot: true,
        reason: action.reason,
      };
    case 'hand-off': {
      const queued = inQueue(before, now);
      const after =
        action.departmentId === undefined
          ? queued
          : { ...queued, departmentId: action.departmentId, queueId: null, teamId: null };
      return { kind: 'handed_off', after, floor: 'person', reason: action.reason };
    }
  }
}

function placed(before: TicketState, { place }: Action & { do: 'transfer' }, now: Date): TicketState {
  switch (place.kind) {
    case 'member':
      return withPerson(before, place.memberId, now);
    case 'department':
      return { ...inQueue(before, now), departmentId: place.departmentId, queueId: null, teamId: null };
    case 'queue':
      return { ...inQueue(before, now), departmentId: place.departmentId, queueId: place.queueId, teamId: null };
    // A team is made of people of many departments: it takes the place of one.
    case 'team':
      return { ...inQueue(before, now), departmentId: null, queueId: null, teamId: place.teamId };
  }
}

function tagsAfter(before: readonly string[], { set, add = [], remove = [] }: Action & { do: 'set-tags' }): string[] {
  const gone = new Set(remove);
  return [...new Set([...(set ?? before), ...add])].filter((id) => !gone.has(id)).sort();
}

const backToWork = (before: TicketState, now: Date): TicketState =>
  before.assigneeId === null ? inQueue(before, now) : { ...before, status: 'open', snoozedUntil: null };

function resolved(
  ticket: TicketFacts,
  before: TicketState,
  { reason, botAnswers }: Action & { do: 'resolve' },
  now: Date,
): Plan {
  return {
    kind: 'resolved',
    after: { ...before, status: 'resolved', resolvedAt: now, snoozedUntil: null, resolveReason: reason ?? null },
    // What the phone app or Meta's agent has is not ours to give.
    floor: botAnswers && ticket.floor === 'person' ? 'bot' : undefined,
    restartsBot: true,
    reason,
  };
}

function reopened(ticket: TicketFacts, before: TicketState, now: Date): TicketState {
  const fresh = { ...before, resolvedAt: null, resolveReason: null, reopened: before.reopened + 1 };
  const { assigneeId } = before;
  return assigneeId !== null && ticket.assigneeServes ? withPerson(fresh, assigneeId, now) : inQueue(fresh, now);
}
