import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const consoleTexts = defineTexts('bot-console', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
