import { defineTexts } from '../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const botSignTexts = defineTexts('bot-signs', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
