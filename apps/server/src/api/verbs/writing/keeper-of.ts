import type { Keeper } from '@balcao/core/desk';
import type { Caller } from '../../api-parts.ts';

export const keeperOf = ({ by, sees, scopes }: Caller): Keeper => ({
  memberId: by.kind === 'member' ? by.id : null,
  sees,
  mayShare: scopes.includes('desk:write'),
});
