import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, record, time } from '../fields.ts';

/** What is told; `read.*` are reads of personal data. */
export const accessActions = [
  'session.signed-in',
  'session.refused',
  'session.signed-out',
  'session.revoked',
  'password.changed',
  'password.reset-asked',
  'password.reset',
  'totp.enabled',
  'totp.disabled',
  'totp.backup-codes',
  'passkey.added',
  'passkey.removed',
  'person.invited',
  'person.invitation-revoked',
  'person.joined',
  'person.role-changed',
  'person.disabled',
  'person.enabled',
  'role.created',
  'role.updated',
  'role.deleted',
  'api-key.created',
  'api-key.revoked',
  'import.started',
  'export.started',
  'read.contact',
  'read.contacts',
  'read.export',
  'read.import',
  'read.inbox',
  'read.ticket',
  'read.messages',
  'read.search',
  'read.media',
] as const;

const filters = {
  /** Of this member, whatever they did here. */
  memberId: id.optional(),
  apiKeyId: id.optional(),
  /** About this contact, ticket, conversation, media, member, role or key. */
  subjectId: id.optional(),
  action: z.enum(accessActions).optional(),
  /** One of these groups: what stands before the dot. */
  group: z
    .enum(['session', 'password', 'totp', 'passkey', 'person', 'role', 'api-key', 'import', 'export', 'read'])
    .optional(),
  from: time.optional(),
  until: time.optional(),
};

export const accessLogEntry = z.strictObject({
  id,
  at: time,
  action: z.enum(accessActions),
  /** Who: a member, a key, or neither (the console, a stranger who was refused). */
  memberId: id.nullable(),
  apiKeyId: id.nullable(),
  /** The name as it is today. */
  who: z.string().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectId: id.nullable(),
  /** How often within the five minutes that one entry stands for. */
  times: z.int(),
  data: record,
});

export const accessLogList = defineOperation({
  name: 'access-log.list',
  kind: 'read',
  summary: 'Who signed in, changed permissions and read personal data; newest first',
  scope: 'access-log:read',
  input: z.strictObject({ ...filters, before: id.optional(), limit }),
  output: z.strictObject({ entries: z.array(accessLogEntry), next: id.nullable() }),
  errors: [],
});

export const accessLogExport = defineOperation({
  name: 'access-log.export',
  kind: 'read',
  summary: 'The same as CSV, at most 20,000 entries; `next` says where the next file begins',
  scope: 'access-log:read',
  input: z.strictObject({ ...filters, before: id.optional() }),
  output: z.strictObject({ fileName: z.string(), csv: z.string(), entries: z.int(), next: id.nullable() }),
  errors: [],
});
