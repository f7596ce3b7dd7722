/** One spelling for finding: small letters, no accents, no signs that nobody sees. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();

/** Longer ones are no words: a line without a space, a key, a file in letters. */
const LONGEST = 40;

/** The words of a text in order, folded; a number stays one word ("24,90", "13"), and "wi-fi" is "wifi" as well. */
export function wordsIn(text: string): string[] {
  const found = fold(text).match(/\p{N}+(?:[.,/:]\p{N}+)*|\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return found
    .flatMap((word) => (word.includes('-') ? [...word.split('-'), word.replaceAll('-', '')] : [word]))
    .filter((word) => word.length <= LONGEST);
}
