import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const promptsTexts = defineTexts('bot-prompts', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
