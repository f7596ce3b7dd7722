import type { Tx, WorkspaceCtx } from '@balcao/db';
import { dropByEndpoint } from './rows.ts';

/** False when it was none of the member's. */
export async function unsubscribe(ctx: WorkspaceCtx, tx: Tx, memberId: string, endpoint: string): Promise<boolean> {
  return (await tx.run(dropByEndpoint, [ctx.workspaceId, endpoint, memberId])) > 0;
}
