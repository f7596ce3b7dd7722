import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'What the bot remembers',
  lead: 'Used only to answer this person. They may ask to see it and have it erased.',
  nothing: 'The bot remembers nothing of this person.',
  eraseAll: 'Forget everything',
  eraseQuestion:
    'The bot forgets what it remembers and no longer uses the card and earlier tickets of this person. It cannot be undone.',
  eraseOne: 'Forget “{{text}}”',
  erased: 'The bot has forgotten.',
  kind_name: 'Name',
  kind_preference: 'Preference',
  kind_field: 'Field',
  kind_fact: 'Told us',
  kind_summary: 'Ticket',
};
