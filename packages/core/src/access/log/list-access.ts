import type { Tx, WorkspaceCtx } from '@balcao/db';
import { uuidFloor } from '@balcao/kernel';

export interface AccessFilter {
  readonly memberId?: string | undefined;
  readonly apiKeyId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  /** What stands before the dot. */
  readonly group?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface ListedAccess {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly memberId: string | null;
  readonly apiKeyId: string | null;
  readonly who: string | null;
  readonly address: string | null;
  readonly device: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly times: number;
  readonly data: Record<string, unknown>;
}

/** Newest first. Indexes: access_log_pkey; access_log_of_member, access_log_of_subject. Ids are times, so times are ranges of ids. */
export async function listAccess(tx: Tx, ctx: WorkspaceCtx, filter: AccessFilter): Promise<ListedAccess[]> {
  let query = tx.build
    .selectFrom('access_log as l')
    .leftJoin('members as m', (on) =>
      on.onRef('m.workspace_id', '=', 'l.workspace_id').onRef('m.id', '=', 'l.member_id'),
    )
    .leftJoin('api_keys as k', (on) =>
      on.onRef('k.workspace_id', '=', 'l.workspace_id').onRef('k.id', '=', 'l.api_key_id'),
    )
    .select(({ fn }) => [
      'l.id',
      'l.at',
      'l.action',
      'l.member_id as memberId',
      'l.api_key_id as apiKeyId',
      fn.coalesce('m.name', 'k.name').as('who'),
      'l.address',
      'l.device',
      'l.subject_kind as subjectKind',
      'l.subject_id as subjectId',
      'l.times',
      'l.data',
    ])
    .where('l.workspace_id', '=', ctx.workspaceId)
    .orderBy('l.id', 'desc')
    .limit(filter.limit);
  if (filter.memberId !== undefined) query = query.where('l.member_id', '=', filter.memberId);
  if (filter.apiKeyId !== undefined) query = query.where('l.api_key_id', '=', filter.apiKeyId);
  if (filter.subjectId !== undefined) query = query.where('l.subject_id', '=', filter.subjectId);
  if (filter.action !== undefined) query = query.where('l.action', '=', filter.action);
  if (filter.group !== undefined) query = query.where('l.action', 'like', `${filter.group}.%`);
  if (filter.from !== undefined) query = query.where('l.id', '>=', uuidFloor(filter.from));
  if (filter.until !== undefined) query = query.where('l.id', '<', uuidFloor(filter.until));
  if (filter.before !== undefined) query = query.where('l.id', '<', filter.before);
  return (await tx.query(query)) as ListedAccess[]; // `data` is written as an object, never anything else
}
