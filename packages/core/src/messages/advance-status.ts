import type { Tx, WorkspaceCtx } from '@balcao/db';
import { isUuid } from '@balcao/kernel';
import { record } from '../ledger/index.ts';
import { advanceStatuses, earlyThatCanSettle, noteFailure, takeEarlyStatuses } from './status-rows.ts';

export type MessageStatus = 'unknown' | 'accepted' | 'held' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** Why a reply of the bot did not go: a person took the word. A key of the sentences about sending. */
export const FLOOR_TAKEN = 'floor_taken';

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
  if (changes.some((change) => change.status === 'failed')) await noteLastFailure(ctx, tx, channelId, sightings);
  return moved;
}

/** For the channel's health page. That a person spoke first is no trouble of the channel. */
async function noteLastFailure(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  sightings: readonly StatusSighting[],
): Promise<void> {
  const failures = sightings.filter(({ status, errorDetail }) => status === 'failed' && errorDetail !== FLOOR_TAKEN);
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
