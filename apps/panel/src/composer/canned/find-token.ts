export interface Token {
  /** What follows the sign, as far as it is written. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The `/shortcut` or `@name` that the cursor stands at the end of; the sign begins a word. */
export function findToken(text: string, cursor: number, sign: '/' | '@'): Token | undefined {
  const before = text.slice(0, cursor);
  const from = before.lastIndexOf(sign);
  if (from === -1 || (from > 0 && !/\s/.test(before[from - 1] ?? ''))) return undefined;
  const word = before.slice(from + 1);
  return /^[\p{L}\p{N}_-]{0,40}$/u.test(word) ? { word, from, to: cursor } : undefined;
}

export function replaceToken(
  text: string,
  token: Token,
  by: string,
): { readonly text: string; readonly cursor: number } {
  const start = text.slice(0, token.from) + by;
  return { text: start + text.slice(token.to), cursor: start.length };
}
