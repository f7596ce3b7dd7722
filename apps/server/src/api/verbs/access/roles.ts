import { baseRoleNames, baseRoles } from '@balcao/contract';
import { createRole, deleteRole, listRoles, updateRole } from '@balcao/core/access';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { fromOf } from './enter.ts';
import { granterOf } from './people.ts';

export const roleVerbs: Pick<Verbs, 'roles.list' | 'roles.create' | 'roles.update' | 'roles.delete'> = {
  'roles.list': async (_caller, tx) => {
    const { custom, members } = await listRoles(tx);
    return {
      base: baseRoleNames.map((role) => ({ role, scopes: [...baseRoles[role]], members: members.get(role) ?? 0 })),
      custom: custom.map((role) => ({
        ...role,
        scopes: [...role.scopes],
        createdAt: time(role.createdAt),
        updatedAt: time(role.updatedAt),
      })),
    };
  },
  'roles.create': async (caller, tx, input) => ({
    roleId: await createRole(tx, caller.ctx, granterOf(caller), input, fromOf(caller)),
  }),
  'roles.update': async (caller, tx, input) => ({
    changed: await updateRole(tx, caller.ctx, granterOf(caller), input, fromOf(caller)),
  }),
  'roles.delete': async (caller, tx, { roleId }) => ({
    changed: await deleteRole(tx, caller.ctx, granterOf(caller), roleId, fromOf(caller)),
  }),
};
