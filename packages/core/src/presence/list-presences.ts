import { type Tx, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { listed } from './rows.ts';

export interface MemberPresence {
  readonly memberId: string;
  readonly state: 'online' | 'away' | 'offline';
  readonly lastSeenAt: Date | null;
}

/** Every member who works here, over all processes. */
export function listPresences(ctx: WorkspaceCtx, tx?: Tx): Promise<MemberPresence[]> {
  const params = [ctx.workspaceId, ctx.clock.now()];
  return tx === undefined ? workspaceStatement<MemberPresence>(ctx, listed, params) : tx.rows(listed, params);
}
