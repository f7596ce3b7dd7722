import type { Language } from '@balcao/contract';

/** Asked before a tool runs that wants a yes. */
export const confirmSentences: { readonly [L in Language]: (what: string, details: string) => string } = {
  'pt-BR': (what, details) => `Só para confirmar: ${what}${details && ` (${details})`}. Posso fazer isso?`,
  en: (what, details) => `Just to confirm: ${what}${details && ` (${details})`}. Shall I do it?`,
  es: (what, details) => `Para confirmar: ${what}${details && ` (${details})`}. ¿Lo hago?`,
};

/** Where a passage is said as it stands, no model being there to put it into words. */
export const passageSentences: { readonly [L in Language]: (title: string) => string } = {
  'pt-BR': (title) => `Encontrei isto em “${title}”:`,
  en: (title) => `I found this in “${title}”:`,
  es: (title) => `Encontré esto en “${title}”:`,
};
