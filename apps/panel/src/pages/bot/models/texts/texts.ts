import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const modelsTexts = defineTexts('bot-models', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
