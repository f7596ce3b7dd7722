import type { Scope } from '@balcao/contract';
import {
  IconBolt,
  IconBuildingStore,
  IconClock,
  IconForms,
  IconHierarchy2,
  IconHistory,
  IconKey,
  IconMessage2Bolt,
  IconPlugConnected,
  IconShieldCheck,
  IconTags,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import type { pt } from '../texts/texts.pt.ts';

/*
 * The slots of the settings. A new section: a folder beside whose index.ts exports its component (Sections, without a Page around),
 * and a row here. It is shown to whoever has the scope, at /settings/<id>.
 */
export interface SettingsSection {
  readonly id: string;
  readonly label: keyof typeof pt;
  readonly group: 'groupCompany' | 'groupTeam' | 'groupService' | 'groupSafety';
  readonly scope: Scope;
  readonly icon: TablerIcon;
  readonly component: ComponentType;
}

export const sections: readonly SettingsSection[] = [
  {
    id: 'workspace',
    label: 'sectionWorkspace',
    group: 'groupCompany',
    scope: 'workspace:read',
    icon: IconBuildingStore,
    component: lazy(async () => ({ default: (await import('../workspace/index.ts')).WorkspaceSettings })),
  },
  {
    id: 'channels',
    label: 'sectionChannels',
    group: 'groupCompany',
    scope: 'channels:read',
    icon: IconPlugConnected,
    component: lazy(async () => ({ default: (await import('../channels/index.ts')).ChannelsSettings })),
  },
  {
    id: 'people',
    label: 'sectionPeople',
    group: 'groupTeam',
    scope: 'people:read',
    icon: IconUsers,
    component: lazy(async () => ({ default: (await import('../people/index.ts')).PeopleSettings })),
  },
  {
    id: 'roles',
    label: 'sectionRoles',
    group: 'groupTeam',
    scope: 'people:read',
    icon: IconShieldCheck,
    component: lazy(async () => ({ default: (await import('../roles/index.ts')).RolesSettings })),
  },
  {
    id: 'places',
    label: 'sectionPlaces',
    group: 'groupService',
    scope: 'tickets:read',
    icon: IconHierarchy2,
    component: lazy(async () => ({ default: (await import('../places/index.ts')).PlacesSettings })),
  },
  {
    id: 'tags',
    label: 'sectionTags',
    group: 'groupService',
    scope: 'tickets:read',
    icon: IconTags,
    component: lazy(async () => ({ default: (await import('../places/index.ts')).TagsSettings })),
  },
  {
    id: 'fields',
    label: 'sectionFields',
    group: 'groupService',
    scope: 'contacts:read',
    icon: IconForms,
    component: lazy(async () => ({ default: (await import('../fields/index.ts')).FieldsSettings })),
  },
  {
    id: 'canned',
    label: 'sectionCanned',
    group: 'groupService',
    scope: 'messages:read',
    icon: IconMessage2Bolt,
    component: lazy(async () => ({ default: (await import('../writing/index.ts')).CannedSettings })),
  },
  {
    id: 'macros',
    label: 'sectionMacros',
    group: 'groupService',
    scope: 'messages:read',
    icon: IconBolt,
    component: lazy(async () => ({ default: (await import('../writing/index.ts')).MacrosSettings })),
  },
  {
    id: 'scheduled',
    label: 'sectionScheduled',
    group: 'groupService',
    scope: 'messages:read',
    icon: IconClock,
    component: lazy(async () => ({ default: (await import('../writing/index.ts')).ScheduledSettings })),
  },
  {
    id: 'api-keys',
    label: 'sectionKeys',
    group: 'groupSafety',
    scope: 'api-keys:write',
    icon: IconKey,
    component: lazy(async () => ({ default: (await import('../keys/index.ts')).KeysSettings })),
  },
  {
    id: 'access-log',
    label: 'sectionLog',
    group: 'groupSafety',
    scope: 'access-log:read',
    icon: IconHistory,
    component: lazy(async () => ({ default: (await import('../log/index.ts')).LogSettings })),
  },
];
