import { foldText } from './fold-text.ts';

/** Longer ones are cut: nobody types more of a word. */
const LONGEST = 40;
/** Of one message: a book that somebody pastes is found by its first pages. */
const MOST_WORDS = 400;
const MOST_CHARACTERS = 20_000;

/** The different words of a text in their folded spelling. A single letter is none. */
export function wordsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [word] of foldText(text.slice(0, MOST_CHARACTERS)).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.length > 1) found.add(word.slice(0, LONGEST));
    if (found.size === MOST_WORDS) break;
  }
  return [...found];
}
