import type { Agent } from '@balcao/core/tickets';
import type { Caller } from '../api-parts.ts';

/** Whoever asks, as far as tickets care. */
export const agentOf = ({ by, sees, scopes }: Caller): Agent => ({
  memberId: by.kind === 'member' ? by.id : null,
  sees,
  mayAssign: scopes.includes('tickets:assign'),
});
