import { useRead } from '../api/index.ts';
import type { InboxItem } from './conversation-view.ts';

/** A ticket by its id: at once when the list has it, whole a moment later. */
export function useTicket(ticketId: string | undefined, known: InboxItem | undefined) {
  const read = useRead('tickets.get', ticketId === undefined ? undefined : { ticketId }, { staleTime: 15_000 });
  return { ticket: read.data?.ticket ?? known, error: read.error, refetch: read.refetch };
}
