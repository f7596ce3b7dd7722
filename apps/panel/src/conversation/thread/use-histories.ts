import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, keyOf, useRead, useWorkspaceId } from '../../api/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import type { TicketEvent } from '../feed/put-ticket-event.ts';

/** Of so many tickets what happened is shown in the talk: this one and those before it that are in sight. */
const SHOWN = 5;
const noEvents: readonly TicketEvent[] = [];

/** What happened to the tickets of a talk since a time, oldest first; and their protocols. */
export function useHistories(ticket: InboxItem, since: string | undefined) {
  const workspace = useWorkspaceId();
  const others = useRead('tickets.of-contact', { contactId: ticket.contactId }, { staleTime: 60_000 }).data?.tickets;
  const tickets = useMemo(() => {
    const before = (others ?? []).filter(
      (one) =>
        one.conversationId === ticket.conversationId &&
        one.ticketId !== ticket.ticketId &&
        since !== undefined &&
        (one.resolvedAt ?? one.openedAt) >= since,
    );
    return [ticket, ...before].slice(0, SHOWN).map(({ ticketId, protocol }) => ({ ticketId, protocol }));
  }, [others, ticket, since]);
  const events = useQueries({
    queries: tickets.map(({ ticketId }) => ({
      queryKey: keyOf('tickets.history', { ticketId }, workspace),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.call('tickets.history', { ticketId }, { signal }),
      staleTime: 0,
    })),
    combine: (reads) => reads.map((read) => read.data?.events ?? noEvents),
  });
  const told = useMemo(
    () =>
      events
        .flat()
        .filter((event) => since === undefined || event.at >= since)
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    [events, since],
  );
  const protocols = useMemo(() => new Map(tickets.map((one) => [one.ticketId, one.protocol])), [tickets]);
  return { events: told, protocols };
}
