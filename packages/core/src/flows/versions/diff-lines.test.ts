import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from './diff-lines.ts';

const shown = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

test('what changed is told by lines', () => {
  expect(shown('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([' a', '-b', '+x', ' c', '+d']);
  expect(shown('', 'a')).toEqual(['+a']);
  expect(shown('a', 'a')).toEqual([' a']);
});

test('any two texts: what is not added is the first, what is not removed the second, and lines are numbered as in them', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd e'), { maxLength: 25 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffLines(before.join('\n'), after.join('\n'));
      const without = (kind: string) => changes.filter((one) => one.kind !== kind);
      expect(without('added').map((one) => one.text)).toEqual(before);
      expect(without('removed').map((one) => one.text)).toEqual(after);
      expect(without('added').map((one) => one.before)).toEqual(before.map((_, n) => n + 1));
      expect(without('removed').map((one) => one.after)).toEqual(after.map((_, n) => n + 1));
    }),
  );
});
