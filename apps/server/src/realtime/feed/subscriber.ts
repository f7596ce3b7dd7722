import type { ServerToClient } from '@balcao/contract';
import type { Seat } from '../seat.ts';

/** A socket that follows a workspace. */
export interface Subscriber {
  readonly id: string;
  readonly mode: 'raw' | 'desk';
  seat: Seat;
  /** See `viewOf`. */
  view: string;
  /** Conversations on its screen. */
  readonly watching: Set<string>;
  /** It has everything up to here from a process that had read further than this one. */
  ahead: string | undefined;
}

/** How a feed speaks to sockets: once for all of them, encoded once. */
export interface Outlet {
  send<E extends keyof ServerToClient>(to: readonly string[], event: E, ...args: Parameters<ServerToClient[E]>): void;
}
