import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { baseRoleNames } from '../../roles.ts';
import { id, time } from '../fields.ts';
import { changed, scope } from './words.ts';

const name = z.string().trim().min(1).max(100);
const chosen = z.array(scope).min(1);

export const rolesList = defineOperation({
  name: 'roles.list',
  kind: 'read',
  summary: 'The roles that every workspace has, and those made in this one',
  scope: 'people:read',
  input: z.strictObject({}),
  output: z.strictObject({
    base: z.array(z.strictObject({ role: z.enum(baseRoleNames), scopes: z.array(scope), members: z.int() })),
    custom: z.array(
      z.strictObject({
        id,
        name: z.string(),
        scopes: z.array(scope),
        members: z.int(),
        createdAt: time,
        updatedAt: time,
      }),
    ),
  }),
  errors: [],
});

export const rolesCreate = defineOperation({
  name: 'roles.create',
  kind: 'write',
  summary: 'Make a role from scopes; nobody can give what they lack themselves',
  scope: 'roles:write',
  input: z.strictObject({ name, scopes: chosen }),
  output: z.strictObject({ roleId: id }),
  errors: ['conflict'],
});

export const rolesUpdate = defineOperation({
  name: 'roles.update',
  kind: 'write',
  summary: 'Change a role made here; it counts for its members from their next request on',
  scope: 'roles:write',
  input: z.strictObject({ roleId: id, name: name.optional(), scopes: chosen.optional() }),
  output: changed,
  errors: ['not_found', 'conflict'],
});

export const rolesDelete = defineOperation({
  name: 'roles.delete',
  kind: 'write',
  summary: 'Remove a role that nobody has and no invitation promises',
  scope: 'roles:write',
  input: z.strictObject({ roleId: id }),
  output: changed,
  errors: ['conflict'],
});
