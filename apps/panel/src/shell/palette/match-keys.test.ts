import { expect, test } from 'vitest';
import { matchKeys, nameOfPress } from './match-keys.ts';

const press = (key: string, mods: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  nameOfPress({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...mods });

test('a press has one name, wherever its sign is on the keyboard', () => {
  expect(press('k', { ctrlKey: true })).toBe('mod+k');
  expect(press('K', { metaKey: true, shiftKey: true })).toBe('mod+shift+k');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('Enter', { ctrlKey: true })).toBe('mod+enter');
});

test('a sequence wins over a single key, the page over the frame, and the first of a sequence waits', () => {
  const actions = [
    { id: 'frame-i', keys: 'i' },
    { id: 'go-inbox', keys: 'g i' },
    { id: 'page-i', keys: 'i' },
  ];
  expect(matchKeys(actions, undefined, 'i').run?.id).toBe('page-i');
  expect(matchKeys(actions, 'g', 'i').run?.id).toBe('go-inbox');
  expect(matchKeys(actions, undefined, 'g')).toEqual({ wait: true });
  expect(matchKeys(actions, 'g', 'x')).toEqual({ wait: false });
});
