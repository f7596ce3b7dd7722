import type { ReactNode } from 'react';
import type { ShownMedia, ThreadMessage } from '../thread-message.ts';
import type { MediaUrl } from './link/use-media-url.ts';

export interface ShownProps {
  readonly message: ThreadMessage;
  readonly media: ShownMedia;
  readonly link: MediaUrl;
  readonly url: string;
  /** How far its upload is, drawn over it. */
  readonly ring?: ReactNode;
}
