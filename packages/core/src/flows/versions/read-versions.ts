import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { diffLines, type LineChange } from './diff-lines.ts';
import { flowsOfChannels, sourceOfVersion, versionsOfChannel } from './rows.ts';

export interface Made {
  readonly createdAt: Date;
  readonly note: string;
  /** Null: a version of before authors were kept. */
  readonly authorKind: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
}

export interface FlowOfChannel {
  readonly channelId: string;
  readonly channelName: string;
  readonly botMode: 'off' | 'flow' | 'assistant';
  readonly joinMs: number;
  readonly versionId: string | null;
  readonly version: number | null;
  readonly createdAt: Date | null;
  readonly note: string | null;
  readonly authorKind: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly steps: number | null;
}

export interface FlowVersion extends Made {
  readonly id: string;
  readonly version: number;
  readonly steps: number;
  readonly inForce: boolean;
}

export interface FlowSource extends Made {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly inForce: boolean;
}

/** Every channel and the flow in force on it. */
export function listFlows(ctx: WorkspaceCtx, tx: Tx): Promise<FlowOfChannel[]> {
  return tx.rows<FlowOfChannel>(flowsOfChannels, [ctx.workspaceId, null]);
}

export async function flowOfChannel(ctx: WorkspaceCtx, tx: Tx, channelId: string): Promise<FlowOfChannel> {
  const found = await tx.one<FlowOfChannel>(flowsOfChannels, [ctx.workspaceId, channelId]);
  if (found === undefined) throw new Fault('not_found', `there is no channel "${channelId}"`);
  return found;
}

/** Newest first, those before `before`. */
export async function listVersions(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  page: { before?: number | undefined; limit: number },
): Promise<{ versions: FlowVersion[]; next: number | null }> {
  await flowOfChannel(ctx, tx, channelId);
  const params = [ctx.workspaceId, channelId, page.before ?? null, page.limit + 1];
  const rows = await tx.rows<FlowVersion>(versionsOfChannel, params);
  const versions = rows.slice(0, page.limit);
  return { versions, next: rows.length > page.limit ? (versions.at(-1)?.version ?? null) : null };
}

/** One version as it was written; without a number the one in force, undefined when there is none. */
export async function readSourceOf(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  version?: number,
): Promise<FlowSource | undefined> {
  const found = await tx.one<FlowSource>(sourceOfVersion, [ctx.workspaceId, channelId, version ?? null]);
  if (found === undefined && version !== undefined)
    throw new Fault('not_found', `there is no version ${version} of the flow of channel "${channelId}"`);
  return found;
}

/** What one version changed against another, line by line. */
export async function diffVersions(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  from: number,
  to: number,
): Promise<LineChange[]> {
  const [before, after] = await Promise.all([
    readSourceOf(ctx, tx, channelId, from),
    readSourceOf(ctx, tx, channelId, to),
  ]);
  return diffLines(before?.source ?? '', after?.source ?? '');
}
