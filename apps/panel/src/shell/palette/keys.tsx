import { Group, Kbd } from '@mantine/core';

const isApple = /mac|iphone|ipad/i.test(navigator.platform);
const names: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  alt: isApple ? '⌥' : 'Alt',
  shift: '⇧',
  enter: 'Enter',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: '␣',
};

/** 'mod+k' and 'g i' as keys to press. */
export function Keys({ keys }: { keys: string }) {
  // Numbered, for a sequence may ask for the same key twice.
  const presses = keys.split(' ').flatMap((press, at) => press.split('+').map((key) => ({ id: `${at}${key}`, key })));
  return (
    <Group gap={4} wrap="nowrap">
      {presses.map(({ id, key }) => (
        <Kbd key={id} size="xs">
          {names[key] ?? key.toUpperCase()}
        </Kbd>
      ))}
    </Group>
  );
}
