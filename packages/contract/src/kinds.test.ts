import { expect, test } from 'vitest';
import { operationNames, operations } from './index.ts';
import { readOperationNames } from './kinds.gen.ts';

test('the small file of kinds says the same as the operations (npm run -s kinds -w packages/contract writes it)', () => {
  const reads = operationNames.filter((name) => operations[name].kind === 'read');
  expect([...readOperationNames].sort()).toEqual(reads.sort());
});
