import type { MediaOut, OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type Media, readMedia } from '../../media/index.ts';

/** The file of ours in it, if there is one: as itself or as its header. */
export function mediaIdOf(content: OutboundContent): string | undefined {
  if (content.kind === 'media') return 'mediaId' in content.source ? content.source.mediaId : undefined;
  if (!('header' in content) || content.header === undefined || !('source' in content.header)) return undefined;
  return 'mediaId' in content.header.source ? content.header.source.mediaId : undefined;
}

/** Is the file there, and may it go as what it is to be? Returns the content with what the file knows of itself. */
export async function checkFiles(ctx: WorkspaceCtx, tx: Tx, content: OutboundContent): Promise<OutboundContent> {
  const mediaId = mediaIdOf(content);
  if (mediaId === undefined) return content;
  const media = (await readMedia(ctx, tx, [mediaId])).get(mediaId);
  if (media === undefined || media.state !== 'stored')
    throw new Fault('not_found', `there is no stored file "${mediaId}"`, { mediaId });
  if (content.kind === 'media') return asFile(content, media);
  const asked = 'header' in content && content.header !== undefined ? content.header.kind : 'document';
  if (asked !== 'document' && asked !== media.kind) throw wrong(media, asked);
  return content;
}

function asFile(content: MediaOut, media: Media): MediaOut {
  if (content.media !== 'document' && content.media !== media.kind) throw wrong(media, content.media);
  if (content.media === 'document') return { ...content, fileName: content.fileName ?? media.fileName ?? undefined };
  if (content.media === 'audio') return { ...content, voice: media.voice || undefined };
  return content;
}

const wrong = (media: Media, asked: string) =>
  new Fault('wrong_file', `a file of kind ${media.kind} cannot go as ${asked}`, { kind: media.kind, as: asked });
