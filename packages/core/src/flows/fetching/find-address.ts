import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { addressByName } from './addresses.ts';

/** In a short transaction of its own: none is open while the call runs. */
export const findAddress = (ctx: WorkspaceCtx, name: string) =>
  withWorkspace(ctx, (tx) => addressByName(ctx, tx, name));
