import { defineTexts, type Say } from '../../text/index.ts';
import { pt } from './texts.pt.ts';

export const conversationTexts = defineTexts('conversation', pt, {
  en: () => import('./texts.en.ts'),
  es: () => import('./texts.es.ts'),
});

export type SayConversation = Say<typeof pt>;
