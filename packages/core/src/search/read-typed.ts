import { foldText } from './fold-text.ts';
import type { TypedWord } from './mark-text.ts';

/** What somebody typed into the search, in the forms that the searches take. */
export interface Typed {
  /** Folded, one space between. */
  readonly whole: string;
  readonly words: readonly TypedWord[];
  /** Every word anywhere, for LIKE. */
  readonly parts: readonly string[];
  /** For messages, whose single letters are no words; undefined when nothing is left. */
  readonly query: string | undefined;
  /** Of a telephone: only when no letters are there. */
  readonly digits: string | undefined;
}

const MOST_WORDS = 8;

export function readTyped(q: string): Typed {
  const whole = foldText(q).trim().replace(/\s+/g, ' ');
  const found = [...whole.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, MOST_WORDS).map(([word]) => word.slice(0, 40));
  // Somebody who typed a space or a full stop after a word meant the whole of it.
  const open = /[\p{L}\p{N}]$/u.test(foldText(q));
  const words = found.map((word, n) => ({ word, begins: open && n === found.length - 1 }));
  const long = words.filter(({ word }) => word.length > 1);
  return {
    whole,
    words,
    parts: (found.length > 0 ? found : [whole]).map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`),
    query: long.length === 0 ? undefined : tsquery(long),
    digits: /^[\d\s()+./-]+$/.test(whole) ? digitsOf(whole) : undefined,
  };
}

const tsquery = (words: readonly TypedWord[]): string =>
  words.map(({ word, begins }) => `'${word}'${begins ? ':*' : ''}`).join(' & ');

function digitsOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 3 ? digits : undefined;
}
