import { normalise } from '@balcao/ai/local';

/** By so much of a sentence it is known again. */
const LETTERS = 400;

/** Two sentences are the same when this is: the way they are typed aside. */
export const compared = (text: string): string =>
  normalise(text)
    .replace(/ ?[?!]/g, '')
    .trim()
    .slice(0, LETTERS);
