export interface Emoji {
  readonly sign: string;
  readonly name: string;
  /** Name and tags, small and without accents: what a search looks at. */
  readonly found: string;
  /** It comes in skin tones. */
  readonly toned: boolean;
}

/** The groups of the list, in its order. */
export const groups = [
  'Smileys',
  'People',
  'Animals',
  'Food',
  'Travel',
  'Activities',
  'Objects',
  'Symbols',
  'Flags',
] as const;
export type EmojiGroup = (typeof groups)[number];

/** Small letters without accents: "coração" is found by "coracao". */
export const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Lines of sign, name, tags and 1 when toned; an empty line between groups. Unicode CLDR by way of emojibase (its licence is beside). */
export function readEmoji(list: string): readonly (readonly Emoji[])[] {
  return list.split('\n\n').map((group) =>
    group
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [sign = '', name = '', tags = '', toned] = line.split('\t');
        return { sign, name, found: bare(`${name} ${tags}`), toned: toned === '1' };
      }),
  );
}
