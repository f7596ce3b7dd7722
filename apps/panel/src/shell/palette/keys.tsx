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
  const presses = keys.split(' ').flatMap((press) => press.split('+'));
  return (
    <Group gap={4} wrap="nowrap">
      {presses.map((press, at) => (
        <Kbd key={`${at}${press}`} size="xs">
          {names[press] ?? press.toUpperCase()}
        </Kbd>
      ))}
    </Group>
  );
}
