import { known, type Language, languages, type Texts, type Words } from './texts.ts';

/*
 * Our own few lines instead of i18next: what was left for it to do once keys, plurals and loading are typed here was to fill
 * {{holes}}, for 17 kB of the 300 that a first load may take.
 */
const KEPT = 'balcao-language';
const loads = new Map<string, Promise<void>>();
const words = new Map<string, Words>();
const listeners = new Set<() => void>();
let current: Language = 'pt-BR';

export const currentLanguage = (): Language => current;

export function followLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Known to be there: React takes the value of such a promise without waiting. */
const here = () => Object.assign(Promise.resolve(), { status: 'fulfilled' as const, value: undefined });

const nameOf = (texts: Texts, language: Language) => `${texts.feature} ${language}`;

/** What is not there yet (or could not be fetched) is said in Portuguese. */
export const wordsOf = (texts: Texts, language: Language): Words => words.get(nameOf(texts, language)) ?? texts.pt;

/** The texts of a feature in a language; the same promise for whoever asks meanwhile. */
export function loadTexts(texts: Texts, language: Language): Promise<void> {
  const key = nameOf(texts, language);
  const started = loads.get(key);
  if (started) return started;
  const load =
    language === 'pt-BR'
      ? here()
      : texts.load(language).then(
          (loaded) => {
            words.set(key, loaded);
          },
          () => {
            loads.set(key, here()); // offline: Portuguese now
          },
        );
  loads.set(key, load);
  return load;
}

/** Whether somebody chose a language in this browser; else the one of the account counts. */
export const isLanguageChosen = (): boolean => localStorage.getItem(KEPT) !== null;

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

function become(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export async function startTexts(language: Language): Promise<void> {
  await loadKnown(language);
  become(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  if (language === currentLanguage()) return;
  await loadKnown(language);
  localStorage.setItem(KEPT, language);
  become(language);
}
