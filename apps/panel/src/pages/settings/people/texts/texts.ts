import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const peopleTexts = defineTexts('settings-people', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
