import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  general: 'About the company',
  name: 'Name of the company',
  language: 'Language of what the system says',
  languageHint: 'Each person chooses their own in “My account”.',
  timeZone: 'Time zone',
  service: 'How we serve',
  reopenHours: 'Reopen the same ticket for',
  reopenHint:
    'If the customer comes back within this time the ticket goes on; later, another opens. With 0, always another.',
  hours: ' hours',
  visibility: 'Who sees the tickets of a department',
  visibilityOwn: 'Only its own people',
  visibilityAll: 'The whole team',
  reasons: 'Reasons for resolving',
  reasonsHint: 'Type a reason and press Enter.',
  requireReason: 'Require a reason to resolve',
  botAfter: 'Once resolved, the bot answers again',
  sign: "Sign messages with the attendant's name",
};
