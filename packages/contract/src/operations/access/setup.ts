import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { done, email, language, password, personName, roleName, token } from './words.ts';

export const setupShow = defineOperation({
  name: 'setup.show',
  kind: 'read',
  summary: 'Is the one-time link of the first start still good?',
  scope: 'anyone',
  input: z.strictObject({ token }),
  output: z.strictObject({ good: z.boolean() }),
  errors: [],
});

export const setupCreateOwner = defineOperation({
  name: 'setup.create-owner',
  kind: 'write',
  summary: 'Make the first person, their company, and sign them in; with the one-time link of the first start',
  scope: 'anyone',
  input: z.strictObject({
    token,
    name: personName,
    email,
    password,
    company: z.string().trim().min(1).max(200),
    language,
  }),
  output: z.strictObject({ personId: id, workspaceId: id }),
  errors: ['link_over', 'weak_password'],
});

export const invitationsShow = defineOperation({
  name: 'invitations.show',
  kind: 'read',
  summary: 'What an invitation says, for whoever has its link',
  scope: 'anyone',
  input: z.strictObject({ token }),
  output: z.strictObject({
    workspaceName: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    role: roleName,
    roleName: z.string().nullable(),
    invitedBy: z.string().nullable(),
    expiresAt: time,
    /** The person is known already: they sign in, and then accept without name and password. */
    hasAccount: z.boolean(),
    /** Whoever is signed in here is the one invited. */
    signedIn: z.boolean(),
  }),
  errors: ['link_over'],
});

export const invitationsAccept = defineOperation({
  name: 'invitations.accept',
  kind: 'write',
  summary: 'Become a member: with a new account, or signed in with the one that the e-mail has already',
  scope: 'anyone',
  input: z.strictObject({
    token,
    name: personName.optional(),
    password: password.optional(),
    language: language.optional(),
  }),
  output: done.extend({ workspaceId: id, memberId: id }),
  errors: ['unauthenticated', 'link_over', 'weak_password', 'already_member'],
});
