import { readMedia, signLink } from '@balcao/core/media';
import { Fault } from '@balcao/kernel';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';
import { visiblePlace } from './visible.ts';

export const mediaVerbs: Pick<Verbs, 'media.link'> = {
  'media.link': async (caller, tx, { mediaId }) => {
    const media = (await readMedia(caller.ctx, tx, [mediaId])).get(mediaId);
    if (media === undefined) throw new Fault('not_found', `there is no media "${mediaId}"`);
    // A file of a talk is for those who may see the talk; one that was uploaded is everybody's to send.
    if (media.conversationId !== null) await visiblePlace(caller, tx, media.conversationId);
    if (media.state !== 'stored')
      throw new Fault('not_found', `the media "${mediaId}" is not here: it is ${media.state}`, { state: media.state });
    const { url, expiresAt } = signLink(caller.ctx, mediaId);
    return { url, expiresAt: time(expiresAt) };
  },
};
