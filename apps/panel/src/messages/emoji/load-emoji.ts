import type { Language } from '../../text/index.ts';
import { type Emoji, readEmoji } from './read-emoji.ts';

const loaded = new Map<Language, Promise<readonly (readonly Emoji[])[]>>();

const files: Readonly<Record<Language, () => Promise<{ default: string }>>> = {
  'pt-BR': () => import('./emoji.pt.txt?raw'),
  en: () => import('./emoji.en.txt?raw'),
  es: () => import('./emoji.es.txt?raw'),
};

/** The same promise for whoever asks, so that it can be waited for while drawing. */
export function loadEmoji(language: Language): Promise<readonly (readonly Emoji[])[]> {
  const known = loaded.get(language);
  if (known) return known;
  const load = files[language]().then((file) => readEmoji(file.default));
  loaded.set(language, load);
  load.catch(() => loaded.delete(language)); // offline: another try the next time
  return load;
}
