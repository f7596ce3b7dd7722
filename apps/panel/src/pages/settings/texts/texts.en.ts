import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Settings',
  sectionWorkspace: 'Company',
  sectionChannels: 'Channels',
  sectionPeople: 'People',
  sectionRoles: 'Roles',
  sectionPlaces: 'Departments and queues',
  sectionTags: 'Tags',
  sectionFields: 'Fields',
  sectionCanned: 'Canned replies',
  sectionMacros: 'Macros',
  sectionScheduled: 'Scheduled messages',
  sectionKeys: 'API keys',
  sectionLog: 'Access log',
  groupCompany: 'Company',
  groupTeam: 'Team',
  groupService: 'Service',
  groupSafety: 'Safety and integrations',
  all: 'All settings',
  saved: 'Saved',
};
