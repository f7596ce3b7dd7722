import type { Tx, WorkspaceCtx } from '@balcao/db';
import { listViews as rows } from './rows.ts';
import type { SavedView } from './types.ts';

/** One's own and those that all share. */
export const listViews = (ctx: WorkspaceCtx, tx: Tx, memberId: string | null): Promise<SavedView[]> =>
  tx.rows<SavedView>(rows, [ctx.workspaceId, memberId]);
