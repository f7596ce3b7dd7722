import { conceptsOf } from './concepts.ts';
import { coreOf } from './core-of.ts';
import { normalise } from './normalise.ts';

/** Features are kept by their hash. Two that share one do little harm among so many. */
export const FEATURE_BITS = 17;
const MASK = (1 << FEATURE_BITS) - 1;
const SHORTEST = 2;
const LONGEST = 4;

/** Ids of what is in the text, each once. */
export interface Features {
  /** Words and pairs of neighbours, where it begins and ends, how long it is. */
  readonly words: Int32Array;
  /** Two to four letters in a row, which a typo leaves whole. */
  readonly pieces: Int32Array;
  /** What the words are about, and which of it comes together. */
  readonly concepts: Int32Array;
}

/** FNV-1a, its bits stirred once more. */
function hash(text: string, kind: number): number {
  let value = 0x811c9dc5 ^ kind;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return (Math.imul(value, 0x2c1b3c6d) >>> 7) & MASK;
}

function lengthOf(count: number): string {
  if (count <= 3) return `length ${count}`;
  return count <= 6 ? 'length few' : count <= 14 ? 'length some' : 'length many';
}

function wordsOf(tokens: readonly string[]): Set<number> {
  const ids = new Set<number>([hash(lengthOf(tokens.length), 4)]);
  let before = '^';
  for (const token of [...tokens, '$']) {
    if (token !== '$') ids.add(hash(token, 1));
    ids.add(hash(`${before} ${token}`, 2));
    before = token;
  }
  return ids;
}

function piecesOf(tokens: readonly string[]): Set<number> {
  const ids = new Set<number>();
  for (const token of tokens) {
    const padded = ` ${token} `;
    for (let size = SHORTEST; size <= LONGEST; size++)
      for (let at = 0; at + size <= padded.length; at++) ids.add(hash(padded.slice(at, at + size), 3));
  }
  return ids;
}

/** A text of 2,000 letters could be about everything, with everything in pairs. */
const CONCEPTS_AT_MOST = 16;

function ideasOf(tokens: readonly string[]): Set<number> {
  const about = [...new Set(tokens.flatMap(conceptsOf))].slice(0, CONCEPTS_AT_MOST).sort();
  return new Set(
    about.flatMap((concept, at) => [
      hash(concept, 5),
      ...about.slice(at + 1).map((other) => hash(`${concept} & ${other}`, 6)),
    ]),
  );
}

export function featuresOf(text: string): Features {
  const tokens = coreOf(normalise(text)).split(' ');
  return {
    words: Int32Array.from(wordsOf(tokens)),
    pieces: Int32Array.from(piecesOf(tokens)),
    concepts: Int32Array.from(ideasOf(tokens)),
  };
}
