interface Named {
  readonly key: string;
  readonly name: string;
}

/** Borders are written for models too and call other intents by their keys; people know them by their names. */
export function borderWords(border: string, intents: readonly Named[]): string {
  const names = new Map(intents.map(({ key, name }) => [key, name]));
  return border.replace(/\b[a-z]+(?:_[a-z]+)*\b/g, (word, at: number) => {
    const name = names.get(word);
    // A word of the language that happens to be a key ("no", "cancel") stays, unless the sentence points at it.
    if (name === undefined || !(word.includes('_') || /(?:é|is|es)\s$/.test(border.slice(0, at)))) return word;
    return `“${name}”`;
  });
}
