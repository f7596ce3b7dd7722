import type { Eyes } from '@balcao/core/search';
import type { Caller } from '../api-parts.ts';

/** Whose tickets and talks the caller may see, as the searches take it. */
export const eyesOf = ({ by, sees }: Caller): Eyes => ({
  departments: sees === 'all' ? null : sees,
  memberId: by.kind === 'member' ? by.id : null,
});
