import type { Tx, WorkspaceCtx } from '@balcao/db';
import { isUuid } from '@balcao/kernel';
import { closeWindow } from '../conversations/index.ts';
import { record } from '../ledger/index.ts';
import { react } from './amend.ts';
import { advanceStatuses, earlyThatCanSettle, failedReactions, noteFailure, takeEarlyStatuses } from './status-rows.ts';

export type MessageStatus = 'unknown' | 'accepted' | 'held' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** Why a reply of the bot did not go: a person took the word. A key of the sentences about sending. */
export const FLOOR_TAKEN = 'floor_taken';
/** And because the customer was blocked meanwhile. */
export const CONTACT_BLOCKED = 'contact_blocked';
const ours = new Set<string | undefined>([FLOOR_TAKEN, CONTACT_BLOCKED]);

/** Meta's code for: more than 24 hours since the customer wrote. */
const WINDOW_CLOSED = 131047;

export interface StatusSighting {
  readonly status: MessageStatus;
  readonly at: Date;
  readonly providerId?: string | undefined;
  /** Our own id as the provider gave it back (biz_opaque_callback_data); anything else is ignored. */
  readonly tag?: string | undefined;
  readonly errorCode?: number | undefined;
  readonly errorDetail?: string | undefined;
  readonly pricing?: unknown;
}

export interface StatusChange {
  readonly id: string;
  readonly conversationId: string;
  readonly status: MessageStatus;
  readonly before: string;
  readonly errorCode: number | null;
}

/** The only place where a message's status is written. Any order, any repetition: the same final state. */
export async function advanceStatus(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  sightings: readonly StatusSighting[],
): Promise<StatusChange[]> {
  if (sightings.length === 0) return [];
  const input = JSON.stringify(
    sightings.map((sighting) => ({ ...sighting, tag: isUuid(sighting.tag) ? sighting.tag : null })),
  );
  const moved = await tx.rows<StatusChange>(advanceStatuses, [ctx.workspaceId, channelId, input, ctx.clock.now()]);
  const changes = moved.filter((change) => change.status !== change.before);
  await record(
    tx,
    ctx,
    changes.map((change) => ({
      type: 'message.status',
      conversationId: change.conversationId,
      messageId: change.id,
      data: change.errorCode === null ? { status: change.status } : { status: change.status, code: change.errorCode },
    })),
  );
  const failed = changes.filter((change) => change.status === 'failed');
  if (failed.length > 0) {
    await noteLastFailure(ctx, tx, channelId, sightings);
    await undoWhatFailed(ctx, tx, channelId, failed);
  }
  return moved;
}

/** The screen stops showing what the customer never got: a window that is open, a reaction of ours. */
async function undoWhatFailed(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  failed: readonly StatusChange[],
): Promise<void> {
  for (const { id, conversationId, errorCode } of failed)
    if (errorCode === WINDOW_CLOSED) await closeWindow(ctx, tx, conversationId, id);
  const ids = failed.map(({ id }) => id);
  const reactions = await tx.rows<{ providerId: string; at: Date }>(failedReactions, [ctx.workspaceId, ids]);
  // With the time of its own sending: one that came after it stays.
  await react(
    ctx,
    tx,
    channelId,
    reactions.map((one) => ({ ...one, byWhom: 'business' })),
  );
}

/** For the channel's health page. What we held back ourselves is no trouble of the channel. */
async function noteLastFailure(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  sightings: readonly StatusSighting[],
): Promise<void> {
  const failures = sightings.filter(({ status, errorDetail }) => status === 'failed' && !ours.has(errorDetail));
  const last = failures.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (last === undefined) return;
  // What the outbox gave up carries the key of a sentence; what a webhook brings is the provider's prose.
  const sentence = /^[a-z_]{1,60}$/.test(last.errorDetail ?? '') ? last.errorDetail : null;
  await tx.run(noteFailure, [ctx.workspaceId, channelId, last.at, last.errorCode ?? null, sentence ?? null]);
}

/** Statuses that overtook the answer to their send are applied now that the provider's ids are known. */
export async function applyEarlyStatuses(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  providerIds: readonly string[],
): Promise<StatusChange[]> {
  if (providerIds.length === 0) return [];
  const early = await tx.rows<StatusSighting>(takeEarlyStatuses, [ctx.workspaceId, channelId, providerIds]);
  return advanceStatus(ctx, tx, channelId, early);
}

/** The sweeper's part: a status and the answer to its send crossed in two transactions, each missing the other. */
export async function settleEarlyStatuses(ctx: WorkspaceCtx, tx: Tx, since: Date): Promise<number> {
  const rows = await tx.rows<{ channelId: string; providerId: string }>(earlyThatCanSettle, [ctx.workspaceId, since]);
  const byChannel = Map.groupBy(rows, (row) => row.channelId);
  for (const [channelId, group] of byChannel)
    await applyEarlyStatuses(ctx, tx, channelId, [...new Set(group.map((row) => row.providerId))]);
  return rows.length;
}
