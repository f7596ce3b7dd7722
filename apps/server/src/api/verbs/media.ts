import { Fault } from '@balcao/kernel';
import type { Verbs } from './verb.ts';

export const mediaVerbs: Pick<Verbs, 'media.link'> = {
  'media.link': async (_caller, _tx, input) => {
    throw new Fault('not_found', `there is no media "${input.mediaId}"`);
  },
};
