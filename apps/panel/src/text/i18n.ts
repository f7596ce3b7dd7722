import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { known, type Language, languages, type Texts } from './texts.ts';

const KEPT = 'balcao-language';
const loads = new Map<string, Promise<void>>();

export const currentLanguage = (): Language => languages.find((one) => one === i18next.language) ?? 'pt-BR';

/** Known to be there: React takes the value of such a promise without waiting. */
const here = () => Object.assign(Promise.resolve(), { status: 'fulfilled' as const, value: undefined });

/** The texts of a feature in a language; the same promise for whoever asks meanwhile. */
export function loadTexts(texts: Texts, language: Language): Promise<void> {
  const key = `${texts.feature} ${language}`;
  const started = loads.get(key);
  if (started) return started;
  const add = (words: Readonly<Record<string, string>>) => {
    i18next.addResourceBundle(language, texts.feature, words);
  };
  if (language === 'pt-BR') {
    add(texts.pt);
    loads.set(key, here());
  } else {
    const load = texts.load(language).then(add, () => {
      loads.set(key, here()); // offline: Portuguese now
      add(texts.pt);
    });
    loads.set(key, load);
  }
  return loads.get(key) ?? here();
}

/** The language chosen here before, or the one of the browser that we speak best. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  const wanted = [kept ?? '', ...navigator.languages];
  for (const tag of wanted) {
    const spoken = languages.find((one) => one.slice(0, 2) === tag.slice(0, 2).toLowerCase());
    if (spoken) return spoken;
  }
  return 'pt-BR';
}

async function loadKnown(language: Language): Promise<void> {
  await Promise.all([...known.values()].map((texts) => loadTexts(texts, language)));
}

export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  await loadKnown(language);
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  if (language === currentLanguage()) return;
  await loadKnown(language);
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
