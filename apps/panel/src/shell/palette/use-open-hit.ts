import { useNavigate } from '@tanstack/react-router';
import { closeOverlay } from './open-state.ts';

interface Hit {
  readonly ticketId: string | null;
  readonly contactId: string;
}

/** What was found opens where one works on it: its ticket, or the contact when there is none to be seen. */
export function useOpenHit(): (hit: Hit) => void {
  const navigate = useNavigate();
  return ({ ticketId, contactId }) => {
    closeOverlay();
    void (ticketId === null
      ? navigate({ to: '/contacts/$contactId', params: { contactId } })
      : navigate({ to: '/inbox/$ticketId', params: { ticketId } }));
  };
}
