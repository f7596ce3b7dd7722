import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { changed, email, oneRole, oneRoleMessage, personName, roleChoice, roleName } from './words.ts';

const memberId = z.strictObject({ memberId: id });

export const member = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  role: roleName,
  customRoleId: id.nullable(),
  /** Of a role made in the workspace. */
  roleName: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  departmentIds: z.array(id),
  /** Null without the right to change people. */
  totp: z.boolean().nullable(),
  lastSeenAt: time.nullable(),
  createdAt: time,
});

export const peopleList = defineOperation({
  name: 'people.list',
  kind: 'read',
  summary: 'Who works in this workspace, oldest first',
  scope: 'people:read',
  input: z.strictObject({ after: id.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
  output: z.strictObject({ people: z.array(member), next: id.nullable() }),
  errors: [],
});

export const peopleInvite = defineOperation({
  name: 'people.invite',
  kind: 'write',
  summary: 'Invite somebody by e-mail; an earlier invitation of the same address is worth nothing any more',
  scope: 'people:write',
  input: z
    .strictObject({
      email,
      name: personName.optional(),
      ...roleChoice,
      departmentIds: z.array(id).max(100).default([]),
    })
    .refine(oneRole, oneRoleMessage),
  output: z.strictObject({
    invitationId: id,
    expiresAt: time,
    /** To be handed over by hand: only when no e-mail is configured. */
    url: z.string().nullable(),
  }),
  errors: ['not_found', 'already_member'],
  toldOnce: true,
});

export const peopleInvitations = defineOperation({
  name: 'people.invitations',
  kind: 'read',
  summary: 'The invitations that nobody accepted yet, newest first',
  scope: 'people:read',
  input: z.strictObject({}),
  output: z.strictObject({
    invitations: z.array(
      z.strictObject({
        id,
        email: z.string(),
        name: z.string().nullable(),
        role: roleName,
        customRoleId: id.nullable(),
        departmentIds: z.array(id),
        invitedBy: id.nullable(),
        createdAt: time,
        expiresAt: time,
        expired: z.boolean(),
      }),
    ),
  }),
  errors: [],
});

export const peopleRevokeInvitation = defineOperation({
  name: 'people.revoke-invitation',
  kind: 'write',
  summary: 'Take an invitation back',
  scope: 'people:write',
  input: z.strictObject({ invitationId: id }),
  output: changed,
  errors: [],
});

export const peopleChangeRole = defineOperation({
  name: 'people.change-role',
  kind: 'write',
  summary: 'Give a member another role; only an owner makes and unmakes owners, and one always stays',
  scope: 'people:write',
  input: memberId.extend(roleChoice).refine(oneRole, oneRoleMessage),
  output: changed,
  errors: ['not_found', 'last_owner'],
});

export const peopleDisable = defineOperation({
  name: 'people.disable',
  kind: 'write',
  summary: 'Shut a member out of this workspace at once; what they did keeps their name',
  scope: 'people:write',
  input: memberId,
  output: changed,
  errors: ['not_found', 'last_owner'],
});

export const peopleEnable = defineOperation({
  name: 'people.enable',
  kind: 'write',
  summary: 'Let a member in again',
  scope: 'people:write',
  input: memberId,
  output: changed,
  errors: ['not_found'],
});

export const peopleSessionsRevoke = defineOperation({
  name: 'people.sessions-revoke',
  kind: 'write',
  summary: 'End every session of a member at once',
  scope: 'people:write',
  input: memberId,
  output: z.strictObject({ revoked: z.int() }),
  errors: ['not_found'],
});

export const peopleResetLink = defineOperation({
  name: 'people.reset-link',
  kind: 'write',
  summary:
    'A link with which a member chooses a new password: sent to them, or given here when no e-mail is configured',
  scope: 'people:write',
  input: memberId,
  output: z.strictObject({ expiresAt: time, url: z.string().nullable() }),
  errors: ['not_found'],
  toldOnce: true,
});
