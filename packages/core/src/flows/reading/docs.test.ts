import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';

test('every example of the document is a flow without mistakes', async () => {
  const text = await readFile(new URL('../../../../../docs/flows.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, source = '']) => source);
  expect(examples.length).toBeGreaterThan(4);
  for (const source of examples)
    expect([source, checkFlow(source).problems.filter((problem) => problem.severity === 'error')]).toEqual([
      source,
      [],
    ]);
});
