import type { PresenceState } from '@balcao/contract';
import { Avatar, Indicator } from '@mantine/core';
import { useTexts } from '../text/index.ts';
import { uiTexts } from './texts/texts.ts';

/** The first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '?')].find((sign) => /\p{L}|\p{N}/u.test(sign)) ?? '?')
    .join('')
    .toUpperCase();
}

const tints = ['petroleo', 'caju', 'grape', 'indigo', 'green', 'yellow', 'pink', 'cyan'] as const;
const tintOf = (key: string): (typeof tints)[number] => {
  let sum = 0;
  for (const sign of key) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return tints[sum % tints.length] ?? 'petroleo';
};

const dots: Readonly<Record<PresenceState, string>> = { online: 'green.7', away: 'yellow.6', offline: 'gray.5' };

/** A person as a disc of their own colour; with `presence`, a dot that says it. `id` keeps the colour when the name changes. */
export function PersonAvatar({
  name,
  id,
  size = 36,
  presence,
  square = false,
}: {
  name: string;
  id?: string | undefined;
  size?: number;
  presence?: PresenceState | undefined;
  /** Companies have corners, people have none. */
  square?: boolean;
}) {
  const t = useTexts(uiTexts);
  const disc = (
    <Avatar size={size} radius={square ? 'md' : 'xl'} color={tintOf(id ?? name)} alt="" aria-hidden>
      {initialsOf(name)}
    </Avatar>
  );
  if (presence === undefined) return disc;
  return (
    <Indicator
      color={dots[presence]}
      position="bottom-end"
      offset={4}
      size={10}
      withBorder
      role="img"
      aria-label={t(presence)}
    >
      {disc}
    </Indicator>
  );
}
