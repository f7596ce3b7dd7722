import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Roles',
  lead: 'What each role may see and do.',
  new: 'New role',
  edit: 'Edit role',
  ours: 'Roles of the company',
  base: 'Roles that every company has',
  none: 'None yet. Make one when the others do not fit.',
  members_one: '{{count}} person',
  members_other: '{{count}} people',
  permissions_one: '{{count}} permission',
  permissions_other: '{{count}} permissions',
  name: 'Name of the role',
  may: 'Whoever has this role may',
  see: 'See permissions',
  delete: 'Delete role',
  deleteText: 'Only possible when nobody has this role.',
  lacking: 'You can only give permissions that you have yourself.',
};
