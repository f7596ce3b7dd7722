import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const memoryTexts = defineTexts('contact-memory', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
