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
  /** A member; null for the operator's console. */
  readonly createdBy: string | null;
}

const list = sql(
  'access/list-api-keys',
  `select id, name, prefix, scopes, expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
          created_at as "createdAt", created_by as "createdBy"
     from api_keys where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
);

/** Newest first. */
export async function listApiKeys(
  tx: Tx,
  { workspaceId }: { readonly workspaceId: string },
  page: { readonly before?: string | undefined; readonly limit: number } = { limit: 200 },
): Promise<ListedApiKey[]> {
  return await tx.rows<ListedApiKey>(list, [workspaceId, page.before ?? null, page.limit]);
}
