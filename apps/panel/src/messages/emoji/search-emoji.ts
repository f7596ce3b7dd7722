import { bare, type Emoji } from './read-emoji.ts';

/** Every word of the search begins a word of the emoji; names that begin with it come first. */
export function searchEmoji(all: readonly (readonly Emoji[])[], search: string, most = 120): readonly Emoji[] {
  const words = bare(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const [start = ''] = words;
  const hits = all.flat().filter((emoji) => words.every((word) => ` ${emoji.found}`.includes(` ${word}`)));
  const rank = (emoji: Emoji) => (emoji.found.startsWith(start) ? 0 : 1);
  return hits.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}
