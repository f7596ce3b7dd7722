import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { renew } from './rows.ts';

export interface MemberHere {
  readonly memberId: string;
  /** Null: no longer here. */
  readonly state: 'online' | 'away' | null;
}

/** Longer than two renewals: one that is late takes nobody away. */
export const EXPIRES_AFTER_MS = 45_000;
export const RENEW_EVERY_MS = 20_000;

/** Who is here through this process; each row lives until it expires or is renewed. */
export async function renewPresence(
  ctx: WorkspaceCtx,
  processId: string,
  members: readonly MemberHere[],
): Promise<void> {
  const now = ctx.clock.now();
  const rows = members.map(({ memberId, state }) => ({ member_id: memberId, state }));
  const expiresAt = new Date(now.getTime() + EXPIRES_AFTER_MS);
  await workspaceStatement(ctx, renew, [ctx.workspaceId, processId, JSON.stringify(rows), now, expiresAt]);
}
