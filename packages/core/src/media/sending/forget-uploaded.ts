import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { forgetUploaded as forget } from './rows.ts';

/** The provider no longer knows the file by the name it gave: the next send uploads it anew. */
export async function forgetUploaded(ctx: WorkspaceCtx, mediaId: string, channelId: string): Promise<void> {
  await workspaceStatement(ctx, forget, [ctx.workspaceId, mediaId, channelId]);
}
