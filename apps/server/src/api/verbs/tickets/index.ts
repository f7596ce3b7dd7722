import { actionVerbs } from './actions.ts';
import { inboxVerbs } from './inbox.ts';
import { noteVerbs } from './notes.ts';
import { placeVerbs } from './places.ts';
import { tagVerbs } from './tags.ts';
import { ticketVerbs } from './tickets.ts';
import { viewVerbs } from './views.ts';

export const ticketsVerbs = {
  ...inboxVerbs,
  ...ticketVerbs,
  ...actionVerbs,
  ...noteVerbs,
  ...placeVerbs,
  ...tagVerbs,
  ...viewVerbs,
};
