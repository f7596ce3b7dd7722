import type { BaseRole, Scope } from '@balcao/contract';
import type { pt } from './texts/texts.pt.ts';

/** Every scope has words for people: one that is new and has none does not compile. */
type Worded = Extract<keyof typeof pt, Scope>;
const everyScopeHasWords: [Scope] extends [Worded] ? true : never = true;
void everyScopeHasWords;

export interface ScopeArea {
  readonly title: 'areaDesk' | 'areaContacts' | 'areaTeam' | 'areaCompany' | 'areaSystem';
  readonly scopes: readonly Scope[];
}

/** In the order in which somebody thinks of them. */
export const scopeAreas: readonly ScopeArea[] = [
  {
    title: 'areaDesk',
    scopes: [
      'tickets:read',
      'tickets:read-all',
      'tickets:write',
      'tickets:assign',
      'conversations:read',
      'conversations:write',
      'messages:read',
      'messages:write',
      'media:read',
      'media:write',
      'desk:write',
      'departments:write',
      'bot:read',
      'bot:write',
      'knowledge:write',
    ],
  },
  {
    title: 'areaContacts',
    scopes: ['contacts:read', 'contacts:write', 'contacts:import', 'contacts:export', 'fields:write'],
  },
  { title: 'areaTeam', scopes: ['people:read', 'people:write', 'roles:write', 'api-keys:write', 'access-log:read'] },
  { title: 'areaCompany', scopes: ['workspace:read', 'workspace:write', 'channels:read', 'channels:write'] },
  { title: 'areaSystem', scopes: ['jobs:read', 'jobs:write', 'ledger:read'] },
];

export const baseRoleWords = {
  owner: { name: 'roleOwner', about: 'aboutOwner' },
  admin: { name: 'roleAdmin', about: 'aboutAdmin' },
  supervisor: { name: 'roleSupervisor', about: 'aboutSupervisor' },
  attendant: { name: 'roleAttendant', about: 'aboutAttendant' },
  auditor: { name: 'roleAuditor', about: 'aboutAuditor' },
} as const satisfies Record<BaseRole, { name: keyof typeof pt; about: keyof typeof pt }>;
