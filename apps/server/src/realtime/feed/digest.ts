import type { PassingArea, Scope } from '@balcao/contract';
import type { LedgerEvent } from '@balcao/core/ledger';
import type { Place } from '../seat.ts';

/** What each area is worth knowing for; an area that is not here stays inside. */
const passing: Readonly<Record<PassingArea, Scope>> = {
  access: 'access-log:read',
  api_key: 'api-keys:write',
  canned: 'tickets:read',
  channel: 'channels:read',
  contact: 'contacts:read',
  department: 'tickets:read',
  export: 'contacts:export',
  field: 'contacts:read',
  import: 'contacts:import',
  invitation: 'people:write',
  macro: 'tickets:read',
  media: 'media:read',
  member: 'people:read',
  note: 'tickets:read',
  notification: 'tickets:read',
  queue: 'tickets:read',
  role: 'people:read',
  scheduled: 'tickets:read',
  tag: 'tickets:read',
  team: 'tickets:read',
  template: 'messages:read',
  view: 'tickets:read',
  workspace: 'workspace:read',
};
const passes = (area: string): area is PassingArea => Object.hasOwn(passing, area);

/** Events that change a row of the inbox. */
const shownInInbox = new Set(['message', 'ticket', 'conversation']);
const shownInHistory = new Set(['ticket', 'note']);

/** One thing for everybody who may see it. */
export type Shown =
  | { readonly kind: 'inbox'; readonly event: LedgerEvent; readonly conversationId: string }
  | { readonly kind: 'passing'; readonly event: LedgerEvent; readonly scope: Scope };

/** One thing for those who have the conversation on their screen. */
export type Watched =
  | {
      readonly kind: 'message';
      readonly event: LedgerEvent;
      readonly conversationId: string;
      readonly messageId: string;
    }
  | { readonly kind: 'history'; readonly event: LedgerEvent; readonly conversationId: string };

export interface Digest {
  readonly shown: readonly Shown[];
  readonly watched: readonly Watched[];
  /** Every conversation concerned. */
  readonly conversations: ReadonlySet<string>;
  /** Everywhere that those that moved were before: a screen may have been shown any of it, since it is shown things as they are by then. */
  readonly before: ReadonlyMap<string, readonly Place[]>;
}

/** What a run of the ledger means for screens: each conversation and each message once, as it is now, where its last event is. */
export function digest(events: readonly LedgerEvent[]): Digest {
  const shown = new Map<string, Shown>();
  const watched = new Map<string, Watched>();
  const conversations = new Set<string>();
  const before = new Map<string, Place[]>();
  for (const event of events) {
    const area = event.type.slice(0, event.type.indexOf('.'));
    const { conversationId, messageId } = event;
    if (passes(area)) shown.set(event.id, { kind: 'passing', event, scope: passing[area] });
    if (conversationId === null) continue;
    conversations.add(conversationId);
    const was = placeBefore(event);
    if (was !== undefined) before.set(conversationId, [...(before.get(conversationId) ?? []), was]);
    if (shownInInbox.has(area)) setLast(shown, conversationId, { kind: 'inbox', event, conversationId });
    if (messageId !== null) setLast(watched, messageId, { kind: 'message', event, conversationId, messageId });
    if (shownInHistory.has(area)) watched.set(event.id, { kind: 'history', event, conversationId });
  }
  return { shown: [...shown.values()], watched: [...watched.values()], conversations, before };
}

/** In the order of the last events, not of the first. */
function setLast<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
}

/** A change of a ticket says where it was: `wasDepartmentId`, `wasTeamId` and `wasAssigneeId`. */
function placeBefore({ data }: LedgerEvent): Place | undefined {
  const { ticketId, wasDepartmentId, wasTeamId, wasAssigneeId } = data;
  if (typeof ticketId !== 'string' || wasDepartmentId === undefined || wasAssigneeId === undefined) return undefined;
  return {
    ticketId,
    departmentId: textOrNull(wasDepartmentId),
    teamId: textOrNull(wasTeamId),
    assigneeId: textOrNull(wasAssigneeId),
  };
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
