import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const rolesTexts = defineTexts('settings-roles', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
