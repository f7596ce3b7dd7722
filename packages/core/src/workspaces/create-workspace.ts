import { type DbCtx, inWorkspace, sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { workspaceColumns } from './rows.ts';
import { slugOf } from './slug-of.ts';
import type { Workspace } from './types.ts';

export interface CreateWorkspaceInput {
  readonly name: string;
  /** Made from the name when not given. */
  readonly slug?: string | undefined;
}

const insert = sql(
  'workspaces/create',
  `insert into workspaces (id, slug, name, created_at, updated_at) values ($1, $2, $3, $4, $4)
   on conflict on constraint workspaces_slug_key do nothing returning ${workspaceColumns}`,
);

const slugShape = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export async function createWorkspace(ctx: DbCtx, input: CreateWorkspaceInput): Promise<Workspace> {
  const inside = inWorkspace(ctx, ctx.ids.uuid());
  return await withWorkspace(inside, (tx) => insertWorkspace(tx, inside, input));
}

/** The same within somebody's transaction, with the id that `ctx` names: a company and its first owner are made together. */
export async function insertWorkspace(tx: Tx, ctx: WorkspaceCtx, input: CreateWorkspaceInput): Promise<Workspace> {
  const name = input.name.trim();
  if (name === '' || name.length > 200)
    throw new Fault('invalid_input', 'the name of a workspace has 1 to 200 characters');
  const id = ctx.workspaceId;
  const slug = input.slug ?? (slugOf(name) || `w-${id.slice(-12)}`);
  if (!slugShape.test(slug))
    throw new Fault('invalid_input', 'a slug is 1 to 63 of a-z, 0-9 and hyphens, with no hyphen at either end');
  const now = ctx.clock.now();
  const own = await tx.one<Workspace>(insert, [id, slug, name, now]);
  // A slug nobody chose may be any: two shops of one name are two workspaces.
  const other = own === undefined && input.slug === undefined ? `${slug.slice(0, 50)}-${id.slice(-12)}` : undefined;
  const workspace = other === undefined ? own : await tx.one<Workspace>(insert, [id, other, name, now]);
  if (workspace === undefined) throw new Fault('conflict', `there is a workspace "${slug}" already`, { slug });
  await record(tx, ctx, [{ type: 'workspace.created' }]);
  return workspace;
}
