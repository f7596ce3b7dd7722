import type { Language, Scope } from '@balcao/contract';
import type { AskedBy } from '../api/index.ts';

/** Who sits at a socket, in which workspace, and what they may see there. Decided by the server alone, again whenever it may have changed. */
export interface Seat {
  readonly workspaceId: string;
  readonly by: AskedBy;
  readonly scopes: ReadonlySet<Scope>;
  /** Whose tickets: everybody's, or those of these departments and teams, of none, and the member's own. */
  readonly sees: 'all' | ReadonlySet<string>;
  readonly language: Language;
}

/** Where the service of a conversation is now: what decides who may see it. */
export interface Place {
  readonly ticketId: string | null;
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
}

/** Undefined: nothing is known of it, so nobody but who sees everything may see it. */
export function maySee(seat: Seat, place: Place | undefined): boolean {
  if (seat.sees === 'all') return true;
  if (place === undefined) return false;
  const where = place.departmentId ?? place.teamId;
  if (where === null || seat.sees.has(where)) return true;
  return seat.by.kind === 'member' && place.assigneeId === seat.by.id;
}

/** Two with the same key see the same. */
export function viewOf(seat: Seat): string {
  const scopes = [...seat.scopes].sort().join(' ');
  if (seat.sees === 'all') return `all ${scopes}`;
  return `${[...seat.sees].sort().join(' ')} of ${seat.by.id} ${scopes}`;
}
