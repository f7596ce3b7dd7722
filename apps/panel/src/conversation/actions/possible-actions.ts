import type { InboxItem } from '@balcao/contract';

export interface Possible {
  readonly claim: boolean;
  readonly release: boolean;
  readonly transfer: boolean;
  readonly snooze: boolean;
  readonly wait: boolean;
  readonly resolve: boolean;
  readonly reopen: boolean;
  readonly resetBot: boolean;
  readonly handoff: boolean;
}

/** What may be offered: packages/core/src/tickets/acting/rules.ts decides, and this says the same before one asks (tests/mirrors holds them together). */
export function possibleActions(
  ticket: InboxItem,
  me: string,
  can: (scope: 'tickets:write' | 'tickets:assign' | 'bot:write') => boolean,
): Possible {
  const writes = can('tickets:write');
  const mine = ticket.assigneeId === me;
  const others = ticket.assigneeId !== null && !mine;
  const may = writes && (!others || can('tickets:assign'));
  const { status } = ticket;
  const live = status !== 'resolved';
  return {
    // Another's is asked for by a transfer: who has it keeps it.
    claim: writes && live && ticket.assigneeId === null,
    release: may && ['open', 'waiting', 'snoozed'].includes(status),
    transfer: may && live,
    snooze: may && ['queued', 'open', 'waiting', 'snoozed'].includes(status),
    wait: may && status === 'open',
    resolve: may && live,
    reopen: writes && !live,
    resetBot: may && live && can('bot:write'),
    handoff: writes && status === 'triage',
  };
}
