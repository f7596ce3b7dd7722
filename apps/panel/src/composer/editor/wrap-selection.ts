const marks: Readonly<Record<string, string>> = { b: '*', i: '_', u: '~', e: '`' };

/** The mark of Ctrl+B, Ctrl+I, Ctrl+U and Ctrl+E in WhatsApp's own writing. */
export const markOfKey = (key: string): string | undefined => marks[key.toLowerCase()];

export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Around the words that are selected, not around the blanks at their ends; a second time takes the mark away. */
export function wrapSelection({ text, from, to }: Selected, mark: string): Selected {
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const end = Math.max(start, to - (chosen.length - chosen.trimEnd().length));
  if (text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark) {
    const bare = text.slice(0, start - mark.length) + text.slice(start, end) + text.slice(end + mark.length);
    return { text: bare, from: start - mark.length, to: end - mark.length };
  }
  const marked = text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end);
  return { text: marked, from: start + mark.length, to: end + mark.length };
}
