import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Alerts',
  readAll: 'Mark as read',
  more: 'Show older ones',
  empty: 'No alerts',
  emptyText: 'When somebody mentions you or hands you a ticket, or a message of yours fails, it appears here.',
  somebody: 'a contact',
  assigned: 'The ticket of {{who}} is yours now',
  mention: 'You were mentioned in a note about {{who}}',
  transferred: 'The ticket of {{who}} came to your team',
  message_failed: 'Your message to {{who}} was not sent',
  scheduled_failed: 'The scheduled message to {{who}} did not go out',
  by: 'by {{name}}',
  unread: 'Unread',
};
