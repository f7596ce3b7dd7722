import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Acted } from './types.ts';

/** Questions that nothing we know answers are gathered, to become answers. */
export async function noteUnanswered(_ctx: WorkspaceCtx, _tx: Tx, _acted: readonly Acted[]): Promise<void> {}
