import { useState } from 'react';
import { api } from '../../api/index.ts';
import type { ShownMedia } from '../thread-message.ts';

export interface MediaUrl {
  readonly url: string | undefined;
  readonly state: 'here' | 'fetching' | 'failed' | 'expired';
  /** Asking for a new link. */
  readonly asking: boolean;
  /** The link is old, or the file may have come meanwhile. */
  ask(): Promise<string | undefined>;
}

const isOld = (media: ShownMedia): boolean =>
  media.urlExpiresAt !== null && Date.parse(media.urlExpiresAt) < Date.now() + 5_000;

/** A file's link; a new one is asked for when this one has passed its time. */
export function useMediaUrl(media: ShownMedia): MediaUrl {
  const [fresh, setFresh] = useState<{ id: string; url: string } | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const ours = fresh?.id === media.id ? fresh.url : undefined;
  const state = ours !== undefined || media.state === 'stored' ? 'here' : stateOf(media);
  return {
    url: ours ?? media.url ?? undefined,
    state,
    asking,
    async ask() {
      if (media.url?.startsWith('blob:')) return media.url;
      setAsking(true);
      try {
        const { url } = await api.call('media.link', { mediaId: media.id });
        setFresh({ id: media.id, url });
        return url;
      } catch {
        return undefined; // what is shown already says that it is not here
      } finally {
        setAsking(false);
      }
    },
  };
}

function stateOf(media: ShownMedia): MediaUrl['state'] {
  if (media.state === 'pending') return media.url === null ? 'fetching' : 'here'; // our own file on its way has a preview
  return media.state === 'expired' ? 'expired' : 'failed';
}

/** To save it: the same link, told to come as a file; a new one when it is old. */
export async function openDownload(media: ShownMedia, link: MediaUrl): Promise<void> {
  const url = link.url === undefined || isOld(media) ? ((await link.ask()) ?? link.url) : link.url;
  if (url === undefined) return;
  const anchor = document.createElement('a');
  anchor.href = url.startsWith('blob:') ? url : `${url}${url.includes('?') ? '&' : '?'}download`;
  anchor.download = media.fileName ?? '';
  anchor.rel = 'noopener';
  anchor.click();
}
