import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { storeEvents } from './rows.ts';
import { saneTime } from './sane-time.ts';
import type { Told } from './sort-facts.ts';

/** Keeps what is no message: account events, templates, calls, preferences, and what we do not know yet. */
export async function keepEvents(ctx: WorkspaceCtx, tx: Tx, channelId: string, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ fact, receiptId, receivedAt }) => ({
    id: ctx.ids.uuid(),
    receiptId,
    at: saneTime('at' in fact ? fact.at : undefined, receivedAt),
    kind: fact.fact,
    data: fact,
  }));
  await tx.run(storeEvents, [ctx.workspaceId, channelId, JSON.stringify(rows)]);
  await record(
    tx,
    ctx,
    rows.map((row) => ({ type: 'channel.event', data: { channelId, eventId: row.id, kind: row.kind } })),
  );
}
