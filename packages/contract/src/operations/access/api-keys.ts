import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';
import { changed, scope } from './words.ts';

const apiKey = z.strictObject({
  id,
  name: z.string(),
  /** Its first characters, by which people tell it. */
  prefix: z.string(),
  scopes: z.array(scope),
  expiresAt: time.nullable(),
  createdAt: time,
});

export const apiKeysList = defineOperation({
  name: 'api-keys.list',
  kind: 'read',
  summary: 'The API keys, newest first',
  scope: 'api-keys:write',
  input: z.strictObject({ before: id.optional(), limit }),
  output: z.strictObject({
    apiKeys: z.array(
      apiKey.extend({ lastUsedAt: time.nullable(), revokedAt: time.nullable(), createdBy: id.nullable() }),
    ),
    next: id.nullable(),
  }),
  errors: [],
});

export const apiKeysCreate = defineOperation({
  name: 'api-keys.create',
  kind: 'write',
  summary: 'Make an API key; its text is shown this once. Its scopes are among those of whoever makes it',
  scope: 'api-keys:write',
  input: z.strictObject({
    name: z.string().trim().min(1).max(200),
    scopes: z.array(scope).min(1),
    expiresAt: time.optional(),
  }),
  output: apiKey.extend({ key: z.string() }),
  errors: [],
  toldOnce: true,
});

export const apiKeysRevoke = defineOperation({
  name: 'api-keys.revoke',
  kind: 'write',
  summary: 'Revoke an API key: the next request with it is refused',
  scope: 'api-keys:write',
  input: z.strictObject({ apiKeyId: id }),
  output: changed,
  errors: ['not_found'],
});
