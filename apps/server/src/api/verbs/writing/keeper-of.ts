import type { Keeper } from '@balcao/core/desk';
import type { Agent } from '@balcao/core/tickets';
import type { Caller } from '../../api-parts.ts';

export const keeperOf = ({ by, sees, scopes }: Caller): Keeper => ({
  memberId: by.kind === 'member' ? by.id : null,
  sees,
  mayShare: scopes.includes('desk:write'),
});

export const agentOf = ({ by, sees, scopes }: Caller): Agent => ({
  memberId: by.kind === 'member' ? by.id : null,
  sees,
  mayAssign: scopes.includes('tickets:assign'),
});
