import { defineTexts, type Say } from '../../text/index.ts';
import { pt } from './texts.pt.ts';

/** Of the dialogs, which are fetched when they are first opened. */
export const dialogTexts = defineTexts('composer-dialogs', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});

export type SayDialog = Say<typeof pt>;
