import { expect, test } from 'vitest';
import { checkFlow } from '../reading/check-flow.ts';
import { readStartingFlows } from './starting-flows.ts';

test.each(['pt-BR', 'en', 'es'] as const)(
  'the flows to begin from have neither mistakes nor warnings in %s',
  async (language) => {
    for (const { id, source } of await readStartingFlows(language))
      expect([id, checkFlow(source).problems]).toEqual([id, []]);
  },
);
