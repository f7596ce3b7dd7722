import { expect, test } from 'vitest';
import { escapeAsMeta } from './escape-as-meta.ts';

test('what Meta escapes is escaped, and means the same', () => {
  const value = { text: 'Olá / <b> 100% @ana 🙂 "x" \n' };
  const escaped = escapeAsMeta(value);
  expect(escaped).toBe('{"text":"Ol\\u00e1 \\/ \\u003cb> 100\\u0025 \\u0040ana \\ud83d\\ude42 \\"x\\" \\n"}');
  expect(JSON.parse(escaped)).toEqual(value);
});
