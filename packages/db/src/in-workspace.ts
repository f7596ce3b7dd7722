import { Fault, isUuid } from '@balcao/kernel';
import type { DbCtx, WorkspaceCtx } from './ctx.ts';

/** The id is checked here, once: it is written into the text that begins each transaction. */
export function inWorkspace(ctx: DbCtx, workspaceId: string): WorkspaceCtx {
  if (!isUuid(workspaceId)) throw new Fault('invalid_input', 'a workspace id is a lower-case UUID');
  return { ...ctx, workspaceId };
}
