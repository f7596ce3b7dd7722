import { wordsAsked } from '../words/analyse.ts';
import { sound } from '../words/sound.ts';
import { stem } from '../words/stem.ts';
import { askingWords, lightWords } from '../words/stop-words.ts';
import { synonyms } from '../words/synonyms.ts';

/** A word of the vocabulary, with the question's word that it may be a spelling of (null: its stem or sound was asked for). */
export interface KnownWord {
  readonly word: string;
  readonly stem: string;
  readonly sound: string;
  readonly chunks: number;
  readonly asked: string | null;
}

/** One word of the question: how much it says, and the stems that it may be meant by, each with how far it is the same. */
export interface Term {
  readonly word: string;
  readonly weight: number;
  readonly stems: ReadonlyMap<string, number>;
  /** In how many chunks one of its stems is, at most. */
  readonly chunks: number;
}

export interface WordsToFind {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly sounds: readonly string[];
  /** Those that may be misspelt. */
  readonly near: readonly string[];
}

const SHORTEST_MISSPELT = 4;

export function wordsToFind(question: string): WordsToFind {
  const words = wordsAsked(question);
  const stems = new Set<string>();
  for (const word of words) {
    const own = stem(word);
    stems.add(own);
    for (const other of synonyms.get(own) ?? []) stems.add(other);
  }
  const near = words.filter(
    (word) => word.length >= SHORTEST_MISSPELT && !askingWords.has(word) && !/\P{L}/u.test(word),
  );
  return { words, stems: [...stems], sounds: near.map(sound), near };
}

const SYNONYM = 0.72;
const SOUNDS_ALIKE = 0.88;

/** What each word of the question means in the words of this company, and how much it weighs: rare words say more. */
export function readTerms(found: WordsToFind, known: readonly KnownWord[], chunks: number): Term[] {
  const counts = new Map<string, number>();
  const bySound = new Map<string, Set<string>>();
  const near = new Map<string, KnownWord[]>();
  const counted = new Set<string>();
  for (const one of known) {
    if (!counted.has(one.word)) {
      counted.add(one.word);
      counts.set(one.stem, Math.min(chunks, (counts.get(one.stem) ?? 0) + one.chunks));
      bySound.set(one.sound, (bySound.get(one.sound) ?? new Set()).add(one.stem));
    }
    if (one.asked !== null) near.set(one.asked, [...(near.get(one.asked) ?? []), one]);
  }
  // "Onde fica a loja?" has no other words: then these are what is asked.
  const plain = found.words.every((word) => askingWords.has(word) || lightWords.has(word));
  return found.words.map((word) => {
    const stems = new Map<string, number>();
    const mean = (other: string, alike: number) => {
      if (counts.has(other) && alike > (stems.get(other) ?? 0)) stems.set(other, alike);
    };
    const own = stem(word);
    mean(own, 1);
    const misspelt = !counts.has(own);
    if (misspelt && found.near.includes(word)) {
      for (const other of bySound.get(sound(word)) ?? []) mean(other, SOUNDS_ALIKE);
      for (const other of near.get(word) ?? []) mean(other.stem, likeness(word, other.word));
    }
    // What was meant by a misspelt word has its synonyms as well.
    for (const [meant, alike] of [[own, 1] as const, ...stems])
      for (const other of synonyms.get(meant) ?? []) mean(other, alike * SYNONYM);
    const direct = [...stems].filter(([, alike]) => alike > SYNONYM).map(([one]) => counts.get(one) ?? 0);
    const count = Math.max(0, ...direct);
    return {
      word,
      weight: weightOf(word, count, chunks, plain),
      stems,
      chunks: [...stems.keys()].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0),
    };
  });
}

/** How much a word says that is in so many chunks of all. */
export const rarity = (count: number, chunks: number): number =>
  Math.log(1 + (Math.max(chunks, 20) + 1) / (Math.min(count, chunks) + 1));

/** An unknown word weighs as the rarest; what kind of answer is wanted weighs little; a number says less than a word. */
function weightOf(word: string, count: number, chunks: number, plain: boolean): number {
  const rare = rarity(count, chunks);
  if (askingWords.has(word)) return plain ? rare : Math.min(rare, 1) * 0.6;
  if (lightWords.has(word)) return rare * 0.35;
  return /^\p{N}/u.test(word) ? rare * 0.3 : rare;
}

/** 0..1 by how many letters must be changed; below the length's limit it is another word. */
export function likeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const changes = distance(one, other, longest >= 8 ? 2 : 1);
  if (changes === undefined) return 0;
  // The first letter is seldom mistaken; short words with another letter are other words.
  const first = one[0] === other[0] ? 0 : 0.1;
  if (first > 0 && changes > 1) return 0;
  return Math.max(0, 0.95 - changes * (longest >= 6 ? 0.07 : 0.13) - first);
}

/** Letters put in, left out, exchanged or swapped with their neighbour; undefined when more than `most`. */
function distance(one: string, other: string, most: number): number | undefined {
  if (Math.abs(one.length - other.length) > most) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  const found = row[other.length] ?? most + 1;
  return found > most ? undefined : found;
}
