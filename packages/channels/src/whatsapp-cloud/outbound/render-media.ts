import { Fault } from '@balcao/kernel';
import type { MediaOut, MediaSource } from '../../port/index.ts';
import type { Rendered } from './rendered.ts';

export function renderMedia(content: MediaOut): Rendered {
  return {
    type: content.media,
    [content.media]: {
      ...renderSource(content.source),
      caption: content.caption,
      filename: content.media === 'document' ? content.fileName : undefined,
      voice: content.media === 'audio' && content.voice === true ? true : undefined,
    },
  };
}

export function renderSource(source: MediaSource): Rendered {
  if ('id' in source) return { id: source.id };
  if ('link' in source) return { link: source.link };
  throw new Fault('internal', 'a file of ours has to be given to WhatsApp before it is sent');
}
