import { defineTexts, type Say } from '../../text/index.ts';
import { pt } from './texts.pt.ts';

export const messageTexts = defineTexts('messages', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});

export type SayMessage = Say<typeof pt>;
