import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { noteReceipt as note } from './rows.ts';

/** Something came in for this channel just now. */
export async function noteReceipt(ctx: WorkspaceCtx, channelId: string): Promise<void> {
  await workspaceStatement(ctx, note, [ctx.workspaceId, channelId, ctx.clock.now()]);
}
