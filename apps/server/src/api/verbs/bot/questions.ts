import { Fault } from '@balcao/kernel';
import type { Verbs } from '../verb.ts';

const later = () => new Fault('unavailable', 'not built yet');

type Named = 'questions.list' | 'questions.draft' | 'questions.approve' | 'questions.dismiss';

export const questionVerbs: Pick<Verbs, Named> = {
  'questions.list': async () => ({ groups: [], next: null }),
  'questions.draft': () => Promise.reject(later()),
  'questions.approve': () => Promise.reject(later()),
  'questions.dismiss': async () => ({ changed: false }),
};
