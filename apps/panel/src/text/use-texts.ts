import { use, useMemo, useSyncExternalStore } from 'react';
import { currentLanguage, followLanguage, loadTexts, wordsOf } from './language.ts';
import type { Language, Say, Texts } from './texts.ts';

const rules = new Map<Language, Intl.PluralRules>();

/** Our languages tell one from many; what CLDR calls "many" (whole millions) reads as other, and none too: "0 pessoas" is what one says. */
function suffixFor(language: Language, count: number): '_one' | '_other' {
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
  return count !== 0 && rule.select(count) === 'one' ? '_one' : '_other';
}

/** The texts of a feature in the language of today, for use outside components (notifications, titles). */
export function sayIn<Pt extends Readonly<Record<string, string>>>(
  texts: Texts<Pt>,
  language = currentLanguage(),
): Say<Pt> {
  return (key: string, values?: Readonly<Record<string, string | number>>) => {
    const count = values?.count;
    const full = typeof count === 'number' && !(key in texts.pt) ? `${key}${suffixFor(language, count)}` : key;
    const text = wordsOf(texts, language)[full] ?? texts.pt[full] ?? key;
    return values ? text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole)) : text;
  };
}

/** The texts of a feature; waits (Suspense) for a language that is still under way. */
export function useTexts<Pt extends Readonly<Record<string, string>>>(texts: Texts<Pt>): Say<Pt> {
  const language = useLanguage();
  // Asked in every drawing: React does not allow one that waited to end without asking.
  use(loadTexts(texts, language));
  return useMemo(() => sayIn(texts, language), [texts, language]);
}

/** The language of today, as a value that changes with it. */
export const useLanguage = (): Language => useSyncExternalStore(followLanguage, currentLanguage, currentLanguage);
