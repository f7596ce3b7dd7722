import { sql, type Tx } from '@balcao/db';

export interface ListedApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: string[];
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
}

const list = sql(
  'access/list-api-keys',
  `select id, name, prefix, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
          created_at as "createdAt" from api_keys order by id`,
);

export async function listApiKeys(tx: Tx): Promise<ListedApiKey[]> {
  return await tx.rows<ListedApiKey>(list);
}
