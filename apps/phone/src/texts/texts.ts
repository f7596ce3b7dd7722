import { en } from './en.ts';
import { es } from './es.ts';
import { pt, type Texts } from './pt.ts';

function chooseLanguage(): { code: string; texts: Texts } {
  for (const language of navigator.languages) {
    if (language.startsWith('pt')) return { code: 'pt-BR', texts: pt };
    if (language.startsWith('en')) return { code: language, texts: en };
    if (language.startsWith('es')) return { code: language, texts: es };
  }
  return { code: 'pt-BR', texts: pt };
}

const chosen = chooseLanguage();
/** The page's words, in the browser's language or else in Portuguese. */
export const t: Texts = chosen.texts;
export const language = chosen.code;
