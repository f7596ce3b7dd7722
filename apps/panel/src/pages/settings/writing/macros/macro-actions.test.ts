import { expect, test } from 'vitest';
import { isWhole, macroDos, moved, newStep } from './macro-actions.ts';

test('a new step is whole only when there is nothing to fill in', () => {
  const whole = macroDos.filter((what) => isWhole(newStep(what)));
  expect(whole).toEqual(['set_priority', 'assign_to_me', 'snooze', 'resolve']);
  expect(isWhole({ do: 'note', text: ' ' })).toBe(false);
  expect(isWhole({ do: 'set_tags', add: [], remove: ['x'] })).toBe(true);
});

test('a step moves by one place, and not over the edge', () => {
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});
