import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readHealth as read } from './rows.ts';
import type { HealthFacts } from './types.ts';

/** Of one channel, or of all. */
export function readHealth(ctx: WorkspaceCtx, tx: Tx, channelId?: string): Promise<HealthFacts[]> {
  return tx.rows<HealthFacts>(read, [ctx.workspaceId, channelId ?? null]);
}
