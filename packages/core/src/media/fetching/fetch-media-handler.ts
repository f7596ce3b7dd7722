import { inWorkspace } from '@balcao/db';
import type { JobHandler } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import { type FetchParts, fetchInbound } from './fetch-inbound.ts';

/** What the worker registers for `media.fetch`. */
export function fetchMediaHandler(parts: FetchParts): JobHandler<{ mediaId: string }> {
  return async (ctx, { mediaId }, info) => {
    if (info.workspaceId === undefined) throw new Fault('internal', 'a file belongs to a workspace');
    await fetchInbound(inWorkspace(ctx, info.workspaceId), parts, mediaId, info);
  };
}
