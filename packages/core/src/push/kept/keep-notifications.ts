import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import type { Occasion } from '../notices/occasions.ts';
import type { KeptKind } from './kinds.ts';
import { forgetOldest, keepAll, whomItMeans } from './rows.ts';

/** Only what asks for somebody: that a customer wrote is what the inbox shows. */
const keptKind = ({ kind, moved }: Occasion): KeptKind | undefined => {
  if (kind === 'message') return undefined;
  if (kind === 'queue') return moved ? 'transferred' : undefined;
  return kind;
};

/** Keeps for each whom it means what their bell will show, and says in the ledger whose bell it is. */
export async function keepNotifications(ctx: WorkspaceCtx, tx: Tx, occasions: readonly Occasion[]): Promise<void> {
  const worth = occasions.flatMap((occasion) => {
    const kind = keptKind(occasion);
    return kind === undefined ? [] : [{ ...occasion, kind }];
  });
  if (worth.length === 0) return;
  const asked = worth.map(({ by, memberIds, placeId }, n) => ({ n, by, memberIds, placeId }));
  const meant = await tx.rows<{ n: number; memberId: string }>(whomItMeans, [ctx.workspaceId, JSON.stringify(asked)]);
  // Of one kind about one talk the newest counts.
  const kept = new Map<string, object>();
  for (const { n, memberId } of meant) {
    const { kind, conversationId, ticketId, messageId, by, at } = worth[n] as (typeof worth)[number]; // it was asked for
    const one = { id: ctx.ids.uuid(), memberId, kind, conversationId, ticketId, messageId, by, at };
    kept.set(`${memberId} ${kind} ${conversationId}`, one);
  }
  if (kept.size === 0) return;
  await tx.run(keepAll, [ctx.workspaceId, JSON.stringify([...kept.values()])]);
  const memberIds = [...new Set(meant.map(({ memberId }) => memberId))];
  await tx.run(forgetOldest, [ctx.workspaceId, memberIds]);
  await record(tx, ctx, [{ type: 'notification.added', data: { memberIds } }]);
}
