import { defineTexts } from '../../../../text/index.ts';
import { pt } from './texts.pt.ts';

export const workspaceTexts = defineTexts('settings-workspace', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});
