import { normalise } from '@balcao/ai/local';
import { wordsIn } from './fold.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** The words of a text that say something, each once: how it is spelled → its stem. */
export function vocabularyOf(texts: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const text of texts)
    for (const word of wordsIn(text)) if (!found.has(word) && !stopWords.has(word)) found.set(word, stem(word));
  return found;
}

export const stemsOf = (texts: readonly string[]): Set<string> => new Set(vocabularyOf(texts).values());

/** The words of what a customer typed, the shorthand of telephones spelled out; stop words are gone. */
export function wordsAsked(question: string): string[] {
  const plain = wordsIn(question.slice(0, 1_000)).flatMap((word) => {
    const once = word.replace(/(\p{L})\1{2,}/gu, '$1');
    if (!/^\p{L}+$/u.test(once)) return [once];
    const spelled = normalise(once);
    // It makes one of two vowels everywhere; "voo" and "coffee" are words.
    return spelled === once.replace(/([aeiou])\1/g, '$1') ? [once] : spelled.split(' ');
  });
  const joined = plain.flatMap((word, n) => {
    const next = plain[n + 1] ?? '';
    return word.length === 2 && next.length === 2 && !stopWords.has(next) && !stopWords.has(word) ? [word + next] : [];
  });
  const kept = [...plain, ...joined].filter((word) => word !== '' && !stopWords.has(word));
  return [...new Set(kept)].slice(0, 24);
}

/** Where people who explain themselves come to what they ask. */
const turn =
  /[.!?;,\n…]+|\b(?:queria|gostaria de|quero|preciso|pode me|poderia me|da pra me|so) (?:saber|dizer|ver|perguntar|falar)\b|\bmas\b/giu;

/** The parts of a longer text, each of which may be the question; none when it is one only. */
export function clausesOf(question: string): string[] {
  const parts = question
    .slice(0, 1_000)
    .split(turn)
    .filter((part) => /\p{L}{2}/u.test(part));
  return parts.length > 1 ? parts.slice(0, 12) : [];
}
