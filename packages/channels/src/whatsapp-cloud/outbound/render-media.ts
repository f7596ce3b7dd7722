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

export const renderSource = (source: MediaSource): Rendered =>
  'id' in source ? { id: source.id } : { link: source.link };
