import { type Tx, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import type { Media } from './media.ts';
import { selectMedia } from './rows.ts';

/** Those of the ids that this workspace has. */
export async function findMedia(ctx: WorkspaceCtx, ids: readonly string[]): Promise<Map<string, Media>> {
  if (ids.length === 0) return new Map();
  const rows = await workspaceStatement<Media>(ctx, selectMedia, [ctx.workspaceId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same, within a transaction. */
export async function readMedia(ctx: WorkspaceCtx, tx: Tx, ids: readonly string[]): Promise<Map<string, Media>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<Media>(selectMedia, [ctx.workspaceId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
