import type { LedgerEvent } from '@balcao/core/ledger';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { Subscriber } from '../feed/subscriber.ts';
import { viewOf } from '../seat.ts';
import { seatIn } from './identify.ts';
import type { RealtimeSocket } from './realtime-socket.ts';
import { signOut } from './watch-sessions.ts';

export interface Seats {
  take(socket: RealtimeSocket, subscriber: Subscriber): void;
  leave(subscriber: Subscriber): void;
  /** After something about people changed: who may see something else from now on. Who may no longer be here is sent out. */
  decideAgain(subscribers: readonly Subscriber[], events: readonly LedgerEvent[]): Promise<ReadonlySet<Subscriber>>;
}

const AT_ONCE = 16;

export function createSeats(ctx: DbCtx): Seats {
  const sockets = new Map<Subscriber, RealtimeSocket>();

  /**
   * True when the screen must read again. Its seat may be the new one already, taken when it came back, while what it shows is from
   * before: so a screen reads again whenever something about its person changed.
   */
  async function decide(subscriber: Subscriber): Promise<boolean> {
    const socket = sockets.get(subscriber);
    if (socket === undefined) return false;
    try {
      const seat = await seatIn(ctx, socket.data.identity, subscriber.seat.workspaceId);
      const needed = subscriber.mode === 'raw' ? 'ledger:read' : 'tickets:read';
      if (!seat.scopes.has(needed)) throw new Fault('forbidden', `following this needs ${needed}`);
      const view = viewOf(seat);
      const same = view === subscriber.view;
      subscriber.seat = seat;
      subscriber.view = view;
      return !same || subscriber.mode === 'desk';
    } catch (error) {
      const out = error instanceof Fault && (error.code === 'forbidden' || error.code === 'unauthenticated');
      if (!out) throw error;
      signOut(socket);
      return false;
    }
  }

  return {
    take: (socket, subscriber) => void sockets.set(subscriber, socket),
    leave: (subscriber) => void sockets.delete(subscriber),
    async decideAgain(subscribers, events) {
      const concerned = subscribers.filter((one) => events.some((event) => concerns(event, one)));
      const changed = new Set<Subscriber>();
      for (let from = 0; from < concerned.length; from += AT_ONCE)
        await Promise.all(
          concerned.slice(from, from + AT_ONCE).map(async (one) => {
            if (await decide(one)) changed.add(one);
          }),
        );
      return changed;
    },
  };
}

/** An event that names members concerns those; one that does not may concern anybody. */
function concerns({ type, data }: LedgerEvent, { seat: { by } }: Subscriber): boolean {
  if (type.startsWith('api_key.')) return by.kind === 'api_key';
  // A key may what its maker may, and nobody says here whose it is.
  if (by.kind === 'api_key') return /^(?:member|role)\./.test(type);
  const { memberId, added, removed } = data;
  if (typeof memberId === 'string') return memberId === by.id;
  if (!Array.isArray(added) || !Array.isArray(removed)) return true;
  return added.includes(by.id) || removed.includes(by.id);
}
