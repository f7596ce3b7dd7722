import { sql, type Tx } from '@balcao/db';

export type AccessAction = `${string}.${string}`;

export interface AccessRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly at: Date;
  readonly action: AccessAction;
  readonly memberId?: string | undefined;
  readonly apiKeyId?: string | undefined;
  readonly address?: string | undefined;
  readonly device?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly onceKey?: string | undefined;
  readonly times?: number;
  /** Ids, roles, scopes, methods. Never a password, a code or a token. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

const columns = 'workspace_id, id, at, action, member_id, api_key_id, address, device, subject_kind, subject_id';
const insert = sql(
  'access/log',
  `insert into access_log (${columns}, once_key, times, data)
   select "workspaceId", id, at, action, "memberId", "apiKeyId", address, device, "subjectKind", "subjectId", "onceKey",
          coalesce(times, 1), coalesce(data, '{}')
     from json_to_recordset($1::json) as e("workspaceId" uuid, id uuid, at timestamptz, action text, "memberId" uuid, "apiKeyId" uuid,
          address text, device text, "subjectKind" text, "subjectId" uuid, "onceKey" text, times int, data jsonb)`,
);
// What one looked at again within five minutes is counted in the row of the first time.
export const insertOnce = sql(
  'access/log-once',
  `${insert.text}
   on conflict (workspace_id, once_key) where once_key is not null do update set times = access_log.times + excluded.times`,
);

export async function insertAccess(tx: Tx, rows: readonly AccessRow[]): Promise<void> {
  if (rows.length > 0) await tx.run(insert, [JSON.stringify(rows)]);
}
