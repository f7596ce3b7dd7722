import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'API keys',
  lead: 'To connect other systems to Balcão: n8n, ERP, shop.',
  docs: 'API documentation',
  new: 'New key',
  empty: 'No keys yet',
  emptyText: 'Make one so that another system may read and send messages for the company.',
  name: 'Name, to know where it is used',
  expires: 'Good',
  never: 'for ever',
  days30: 'for 30 days',
  days90: 'for 90 days',
  year: 'for a year',
  may: 'This key may',
  make: 'Make key',
  made: 'Key made',
  madeText: 'Copy it now: for safety it is not shown again.',
  kept: 'I copied it',
  used: 'used',
  unused: 'never used',
  until: 'until {{day}}',
  revoked: 'revoked',
  expired: 'expired',
  revoke: 'Revoke',
  revokeText: 'The system that uses {{name}} stops working at once. It cannot be undone.',
};
