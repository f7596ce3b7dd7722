import type { OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { readMedia } from '../../media/index.ts';

/** Files of ours as messages, each as the kind it is. */
export async function filesOf(ctx: WorkspaceCtx, tx: Tx, mediaIds: readonly string[]): Promise<OutboundContent[]> {
  const files = await readMedia(ctx, tx, mediaIds);
  return mediaIds.map((mediaId) => {
    const kind = files.get(mediaId)?.kind;
    if (kind === undefined) throw new Fault('not_found', `there is no file "${mediaId}"`, { mediaId });
    return { kind: 'media', media: kind, source: { mediaId } };
  });
}
