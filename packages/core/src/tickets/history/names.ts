import type { Tx, WorkspaceCtx } from '@balcao/db';
import { isUuid } from '@balcao/kernel';
import { namesOf } from './rows.ts';

export type Names = (id: string | null | undefined) => { id: string; name: string } | null;

/** The names of members, departments, queues, teams, tags and keys, in one statement. What has none any more is shown with an empty one. */
export async function findNames(ctx: WorkspaceCtx, tx: Tx, ids: Iterable<string | null | undefined>): Promise<Names> {
  const wanted = [...new Set(ids)].filter((id) => isUuid(id));
  const rows =
    wanted.length === 0 ? [] : await tx.rows<{ id: string; name: string }>(namesOf, [ctx.workspaceId, wanted]);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null || id === undefined ? null : { id, name: names.get(id) ?? '' });
}
