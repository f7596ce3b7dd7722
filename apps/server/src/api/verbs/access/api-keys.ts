import { isScope } from '@balcao/contract';
import { checkCovers, createApiKey, listApiKeys, revokeApiKey } from '@balcao/core/access';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { fromOf } from './enter.ts';
import { granterOf } from './people.ts';

export const apiKeyVerbs: Pick<Verbs, 'api-keys.list' | 'api-keys.create' | 'api-keys.revoke'> = {
  'api-keys.list': async ({ ctx }, tx, page) => {
    const rows = await listApiKeys(tx, ctx, page);
    const apiKeys = rows.map((key) => ({
      ...key,
      scopes: key.scopes.filter(isScope),
      createdAt: time(key.createdAt),
      expiresAt: timeOrNull(key.expiresAt),
      lastUsedAt: timeOrNull(key.lastUsedAt),
      revokedAt: timeOrNull(key.revokedAt),
    }));
    return { apiKeys, next: rows.length < page.limit ? null : (rows.at(-1)?.id ?? null) };
  },
  'api-keys.create': async (caller, tx, { name, scopes, expiresAt }) => {
    checkCovers(granterOf(caller), scopes);
    const until = expiresAt === undefined ? undefined : new Date(expiresAt);
    const key = await createApiKey(tx, caller.ctx, { name, scopes, expiresAt: until }, fromOf(caller));
    return {
      ...key,
      scopes: [...key.scopes],
      expiresAt: timeOrNull(key.expiresAt),
      createdAt: time(key.createdAt),
    };
  },
  'api-keys.revoke': async (caller, tx, { apiKeyId }) => {
    await revokeApiKey(tx, caller.ctx, apiKeyId, fromOf(caller));
    return { changed: true };
  },
};
