import { findMedia, signLink } from '@balcao/core/media';
import { Fault } from '@balcao/kernel';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';

export const mediaVerbs: Pick<Verbs, 'media.link'> = {
  'media.link': async ({ ctx }, _tx, { mediaId }) => {
    const media = (await findMedia(ctx, [mediaId])).get(mediaId);
    if (media === undefined) throw new Fault('not_found', `there is no media "${mediaId}"`);
    if (media.state !== 'stored')
      throw new Fault('not_found', `the media "${mediaId}" is not here: it is ${media.state}`, { state: media.state });
    const { url, expiresAt } = signLink(ctx, mediaId);
    return { url, expiresAt: time(expiresAt) };
  },
};
