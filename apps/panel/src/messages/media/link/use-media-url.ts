import { useState } from 'react';
import { api } from '../../../api/index.ts';
import type { ShownMedia } from '../../thread-message.ts';
import { saveFrom } from './save-from.ts';

export interface MediaUrl {
  readonly url: string | undefined;
  readonly state: 'here' | 'fetching' | 'failed' | 'expired';
  /** Asking for a new link. */
  readonly asking: boolean;
  /** The link is old, or the file may have come meanwhile. */
  ask(): Promise<string | undefined>;
}

/** The first link of each file is kept while it is good: a new one at every reading would load every picture again. */
const kept = new Map<string, { readonly url: string; readonly until: number }>();
const KEPT_AT_MOST = 2_000;

function keptUrl(media: ShownMedia): string | undefined {
  if (media.url === null || media.url.startsWith('blob:')) return media.url ?? undefined;
  const known = kept.get(media.id);
  if (known && known.until > Date.now() + 20_000) return known.url;
  keep(media.id, media.url, media.urlExpiresAt);
  return media.url;
}

function keep(mediaId: string, url: string, expiresAt: string | null): void {
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  kept.set(mediaId, { url, until: expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) });
}

const isOld = (media: ShownMedia): boolean =>
  (kept.get(media.id)?.until ?? Number.POSITIVE_INFINITY) < Date.now() + 5_000;

/** A file's link; a new one is asked for when this one has passed its time. */
export function useMediaUrl(media: ShownMedia): MediaUrl {
  const [fresh, setFresh] = useState<{ id: string; url: string } | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const ours = fresh?.id === media.id ? fresh.url : undefined;
  const state = ours !== undefined || media.state === 'stored' ? 'here' : stateOf(media);
  return {
    url: ours ?? keptUrl(media),
    state,
    asking,
    async ask() {
      if (media.url?.startsWith('blob:')) return media.url;
      setAsking(true);
      try {
        const { url, expiresAt } = await api.call('media.link', { mediaId: media.id });
        keep(media.id, url, expiresAt);
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
  saveFrom(url, media.fileName);
}
