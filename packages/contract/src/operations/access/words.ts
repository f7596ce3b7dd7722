import { z } from 'zod';
import { baseRoleNames } from '../../roles.ts';
import { scopeNames } from '../../scopes.ts';
import { languages } from '../../sentences.ts';
import { id } from '../fields.ts';

export const email = z.email().max(254);
export const personName = z.string().trim().min(1).max(200);
/** Bounded, for hashing costs time. What a good one must be is said by the error `weak_password`. */
export const password = z.string().min(1).max(256);
export const token = z.string().min(20).max(200);
export const language = z.enum(languages);
export const scope = z.enum(scopeNames);
export const roleName = z.enum([...baseRoleNames, 'custom']);

/** A role that every workspace has; or `custom` with the id of one of its own. */
export const roleChoice = { role: roleName, customRoleId: id.optional() };
export const oneRole = (it: { role: string; customRoleId?: string | undefined }): boolean =>
  (it.role === 'custom') === (it.customRoleId !== undefined);
export const oneRoleMessage = { message: 'customRoleId goes with the role custom, and only with it' };

export const done = z.strictObject({ done: z.literal(true) });
export const changed = z.strictObject({ changed: z.boolean() });
/** Signed in, with the cookie of the session in this answer; or a second factor is asked first. */
export const signedIn = z.union([done, z.strictObject({ next: z.literal('totp') })]);
/** What browsers exchange with `navigator.credentials`, as JSON. */
export const webAuthn = z.record(z.string(), z.unknown());
