import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { takeFloor } from './rows.ts';

export type Floor = 'bot' | 'person' | 'phone_app' | 'meta_agent';

/** While the phone app was used within this time, the bot keeps out of the talk. */
export const PHONE_APP_HOLDS_MS = 4 * 60 * 60_000;

/** May the bot speak now? A person's word holds until given back; the phone app's until it has been quiet for a while. */
export function botHasFloor(floor: Floor, since: Date | null, now: Date): boolean {
  if (floor === 'bot') return true;
  return floor === 'phone_app' && since !== null && now.getTime() - since.getTime() > PHONE_APP_HOLDS_MS;
}

/** Gives the word in conversations to somebody, from an instant on. Returns those where that was news. */
export async function giveFloor(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationIds: readonly string[],
  floor: Floor,
  at: Date,
): Promise<string[]> {
  if (conversationIds.length === 0) return [];
  const changed = await tx.rows<{ id: string }>(takeFloor, [ctx.workspaceId, [...conversationIds].sort(), floor, at]);
  await record(
    tx,
    ctx,
    changed.map((row) => ({ type: 'conversation.floor', conversationId: row.id, data: { floor } })),
  );
  return changed.map((row) => row.id);
}
