import { defineTexts, type Say } from '../../text/index.ts';
import { pt } from './texts.pt.ts';

export const composerTexts = defineTexts('composer', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});

export type SayComposer = Say<typeof pt>;
