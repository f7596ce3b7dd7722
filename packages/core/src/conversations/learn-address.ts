import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { moveAddresses } from './rows.ts';

/** The provider wrote to another spelling of the number than we asked for: from now on we ask for that one. */
export function learnAddress(ctx: WorkspaceCtx, conversationId: string, waId: string): Promise<number> {
  return withWorkspace(ctx, (tx) => tx.run(moveAddresses, [ctx.workspaceId, [conversationId], [waId], [null]]));
}
