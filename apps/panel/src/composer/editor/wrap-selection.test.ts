import { expect, test } from 'vitest';
import { wrapSelection } from './wrap-selection.ts';

test('the mark holds to the words, and a second time takes it away', () => {
  const once = wrapSelection({ text: 'um dois três', from: 2, to: 8 }, '*');
  expect(once).toEqual({ text: 'um *dois* três', from: 4, to: 8 });
  expect(wrapSelection(once, '*')).toEqual({ text: 'um dois três', from: 3, to: 7 });
});

test('with nothing selected the cursor stands between the marks', () => {
  expect(wrapSelection({ text: 'oi', from: 2, to: 2 }, '_')).toEqual({ text: 'oi__', from: 3, to: 3 });
});
