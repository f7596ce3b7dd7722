import { Fault } from '@balcao/kernel';
import type { Verbs } from '../verb.ts';

const later = () => new Fault('unavailable', 'not built yet');

type Named =
  | 'knowledge.import-document'
  | 'knowledge.add-pages'
  | 'knowledge.sources'
  | 'knowledge.reread'
  | 'knowledge.remove-source';

export const sourceVerbs: Pick<Verbs, Named> = {
  'knowledge.import-document': () => Promise.reject(later()),
  'knowledge.add-pages': () => Promise.reject(later()),
  'knowledge.sources': async () => ({ sources: [], next: null }),
  'knowledge.reread': () => Promise.reject(later()),
  'knowledge.remove-source': async () => ({ changed: false }),
};
