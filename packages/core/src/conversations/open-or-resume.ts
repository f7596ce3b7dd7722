import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { standing } from '../contacts/index.ts';
import { createConversations, findConversations, moveAddresses } from './rows.ts';

export interface Talker {
  readonly contactId: string;
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
}

interface Found {
  readonly id: string;
  readonly contactId: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly mergedInto: string | null;
}

/** The conversation of each contact on a channel, opened where there is none. Two at once open one: the unique index decides. */
export async function openOrResume(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  talkers: readonly Talker[],
): Promise<Map<string, string>> {
  const wanted = new Map(talkers.map((talker) => [talker.contactId, talker]));
  let found = await find(ctx, tx, channelId, [...wanted.keys()]);
  const missing = [...wanted.values()].filter((talker) => !found.has(talker.contactId));
  if (missing.length > 0) {
    await tx.run(createConversations, [
      ctx.workspaceId,
      channelId,
      ctx.clock.now(),
      missing.map(() => ctx.ids.uuid()),
      missing.map((talker) => talker.contactId),
      missing.map((talker) => talker.waId ?? null),
      missing.map((talker) => talker.bsuid ?? null),
    ]);
    found = await find(ctx, tx, channelId, [...wanted.keys()]);
  }
  await followAddresses(ctx, tx, found, wanted);
  const opened = new Map([...found.values()].map((row) => [row.contactId, row.mergedInto ?? row.id]));
  for (const talker of missing)
    if (!opened.has(talker.contactId)) await openWithSurvivor(ctx, tx, channelId, talker, opened);
  return opened;
}

/** The contact was merged with another a moment ago: the talk is with whom it is now. */
async function openWithSurvivor(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  talker: Talker,
  opened: Map<string, string>,
): Promise<void> {
  const contactId = await standing(tx, talker.contactId);
  if (contactId === talker.contactId) throw new Fault('unavailable', 'a contact was merged and parted meanwhile');
  const now = await openOrResume(ctx, tx, channelId, [{ ...talker, contactId }]);
  opened.set(talker.contactId, now.get(contactId) as string); // opened for the one who was asked for
}

async function find(ctx: WorkspaceCtx, tx: Tx, channelId: string, contactIds: string[]): Promise<Map<string, Found>> {
  const rows = await tx.rows<Found>(findConversations, [ctx.workspaceId, channelId, contactIds]);
  return new Map(rows.map((row) => [row.contactId, row]));
}

async function followAddresses(
  ctx: WorkspaceCtx,
  tx: Tx,
  found: ReadonlyMap<string, Found>,
  wanted: ReadonlyMap<string, Talker>,
): Promise<void> {
  const moved: { id: string; waId: string | null; bsuid: string | null }[] = [];
  for (const row of found.values()) {
    const talker = wanted.get(row.contactId);
    const waIdMoved = talker?.waId !== undefined && talker.waId !== row.waId;
    const bsuidMoved = talker?.bsuid !== undefined && talker.bsuid !== row.bsuid;
    if (waIdMoved || bsuidMoved)
      moved.push({ id: row.mergedInto ?? row.id, waId: talker?.waId ?? null, bsuid: talker?.bsuid ?? null });
  }
  if (moved.length === 0) return;
  moved.sort((a, b) => (a.id < b.id ? -1 : 1)); // one order for all who lock rows
  await tx.run(moveAddresses, [
    ctx.workspaceId,
    moved.map((row) => row.id),
    moved.map((row) => row.waId),
    moved.map((row) => row.bsuid),
  ]);
}
