import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawStates } from './draw-states.ts';

test('docs/states.md is what the table says: npm run -s draw:states -w packages/core', () => {
  const page = readFileSync(new URL('../../../../../docs/states.md', import.meta.url), 'utf8');
  expect(page).toBe(drawStates());
});
