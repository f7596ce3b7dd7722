import { type Scope, scopeNames } from './scopes.ts';

const serving: readonly Scope[] = [
  'workspace:read',
  'channels:read',
  'conversations:read',
  'conversations:write',
  'messages:read',
  'messages:write',
  'tickets:read',
  'tickets:write',
  'contacts:read',
  'contacts:write',
  'media:read',
  'media:write',
  'people:read',
  'bot:read',
];
const supervising: readonly Scope[] = [
  ...serving,
  'tickets:read-all',
  'tickets:assign',
  'departments:write',
  'desk:write',
  'contacts:import',
  'bot:write',
  'knowledge:write',
];
const reading: readonly Scope[] = scopeNames.filter((scope) => scope.includes(':read'));

/** The roles that every workspace has; others are made from the scopes. An admin lacks one thing only: to make or unmake owners. */
export const baseRoles = {
  owner: scopeNames,
  admin: scopeNames,
  supervisor: supervising,
  attendant: serving,
  auditor: reading,
} as const satisfies Record<string, readonly Scope[]>;

export type BaseRole = keyof typeof baseRoles;
export const baseRoleNames = Object.keys(baseRoles) as BaseRole[]; // the keys of a const object are its type's
