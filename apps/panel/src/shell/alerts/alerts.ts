import type { DeskEvent } from '@balcao/contract';
import { createStore, queryClient } from '../../api/index.ts';

/** Something that asks for me by name: a mention, or a ticket that somebody else made mine. Kept in this browser only. */
export interface Alert {
  readonly id: string;
  readonly kind: 'mention' | 'assigned';
  readonly ticketId: string;
  readonly who: string;
  readonly at: string;
  readonly seen: boolean;
}

const MOST = 50;
export const alerts = createStore<readonly Alert[]>([]);

const keptAs = (memberId: string) => `balcao-alerts-${memberId}`;

export function openAlerts(memberId: string): void {
  try {
    alerts.set(JSON.parse(localStorage.getItem(keptAs(memberId)) ?? '[]') as readonly Alert[]); // written below
  } catch {
    alerts.set([]);
  }
}

function keep(memberId: string, next: readonly Alert[]): void {
  alerts.set(next);
  localStorage.setItem(keptAs(memberId), JSON.stringify(next));
}

export function addAlert(memberId: string, alert: Alert): boolean {
  const now = alerts.get();
  if (now.some((one) => one.id === alert.id)) return false;
  keep(memberId, [alert, ...now].slice(0, MOST));
  return true;
}

export const seeAlerts = (memberId: string): void =>
  keep(
    memberId,
    alerts.get().map((one) => ({ ...one, seen: true })),
  );

const RECENT_MS = 15_000;

/** What I did myself a moment ago is no news to me. */
function isMyDoing(ticketId: string): boolean {
  return queryClient
    .getMutationCache()
    .getAll()
    .some(
      ({ state }) =>
        state.submittedAt > Date.now() - RECENT_MS && JSON.stringify(state.variables ?? '').includes(ticketId),
    );
}

/** What an event means for me, if anything. */
export function alertOf(event: DeskEvent, memberId: string, now: number): Alert | undefined {
  if (event.type === 'inbox.changed') {
    const { item } = event.data;
    const fresh = item.assignedAt !== null && now - Date.parse(item.assignedAt) < 60_000;
    if (item.assigneeId !== memberId || !fresh || item.status === 'resolved' || isMyDoing(item.ticketId))
      return undefined;
    const who = item.contact.name ?? item.contact.phone ?? item.protocol;
    return {
      id: `${item.ticketId} ${item.assignedAt}`,
      kind: 'assigned',
      ticketId: item.ticketId,
      who,
      at: event.at,
      seen: false,
    };
  }
  if (!('data' in event.data)) return undefined;
  const { data, actorId, id } = event.data;
  const { mentions, ticketId } = data;
  if (!Array.isArray(mentions) || !mentions.includes(memberId) || actorId === memberId) return undefined;
  if (typeof ticketId !== 'string') return undefined;
  return { id, kind: 'mention', ticketId, who: '', at: event.at, seen: false };
}
