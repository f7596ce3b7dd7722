import type { ReactNode } from 'react';
import type { PendingState, ShownMedia, ThreadMessage } from '../thread-message.ts';
import { DocumentBody } from './document-body.tsx';
import { ImageBody } from './image-body.tsx';
import { useMediaUrl } from './link/use-media-url.ts';
import { MediaAbsent } from './media-absent.tsx';
import { AudioBody } from './sound/audio-body.tsx';
import { StickerBody } from './sticker-body.tsx';
import { UploadRing } from './upload-ring.tsx';
import { VideoBody } from './video-body.tsx';

interface MediaBodyProps {
  readonly message: ThreadMessage;
  readonly media: ShownMedia;
  readonly pending?: PendingState | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** The file of a message, in whatever state it is. */
export function MediaBody({ message, media, pending, onCancel }: MediaBodyProps): ReactNode {
  const link = useMediaUrl(media);
  const ring =
    pending?.state === 'sending' && pending.progress !== undefined ? (
      <UploadRing progress={pending.progress} onCancel={onCancel} />
    ) : undefined;
  if (media.kind === 'document') return <DocumentBody media={media} link={link} ring={ring} />;
  if (link.state !== 'here' || link.url === undefined) return <MediaAbsent media={media} link={link} />;
  const shown = { message, media, link, url: link.url, ring };
  if (media.kind === 'image') return <ImageBody {...shown} />;
  if (media.kind === 'video') return <VideoBody {...shown} />;
  if (media.kind === 'audio') return <AudioBody {...shown} />;
  return <StickerBody {...shown} />;
}
