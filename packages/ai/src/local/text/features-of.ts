import { coreOf } from './core-of.ts';
import { normalise } from './normalise.ts';

/** Features are kept by their hash. Two that share one do little harm among so many. */
export const FEATURE_BITS = 17;
const MASK = (1 << FEATURE_BITS) - 1;
const SHORTEST = 2;
const LONGEST = 5;

/** Ids of what is in the text, each once: its words, pairs of words, and the pieces of 2 to 5 letters that a typo leaves whole. */
export interface Features {
  readonly words: Int32Array;
  readonly pieces: Int32Array;
}

function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return (Math.imul(value, 0x2c1b3c6d) >>> 7) & MASK;
}

function lengthOf(count: number): string {
  if (count <= 3) return `length ${count}`;
  return count <= 6 ? 'length few' : count <= 14 ? 'length some' : 'length many';
}

export function featuresOf(text: string): Features {
  const tokens = coreOf(normalise(text)).split(' ');
  const words = new Set<number>();
  const pieces = new Set<number>();
  let before = '^';
  for (const token of tokens) {
    words.add(hash(token, 1));
    words.add(hash(`${before} ${token}`, 2));
    before = token;
    const padded = ` ${token} `;
    for (let size = SHORTEST; size <= LONGEST; size++)
      for (let at = 0; at + size <= padded.length; at++) pieces.add(hash(padded.slice(at, at + size), 3));
  }
  words.add(hash(`${before} $`, 2));
  words.add(hash(lengthOf(tokens.length), 4));
  return { words: Int32Array.from(words), pieces: Int32Array.from(pieces) };
}
