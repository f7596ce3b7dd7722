import { expect, test } from 'vitest';
import { type Operation, operationNames, operations, takesIdempotencyKey } from './index.ts';
import { onceOperationNames, readOperationNames } from './kinds.gen.ts';

test('the small file of kinds says the same as the operations (npm run -s kinds -w packages/contract writes it)', () => {
  const named = (holds: (operation: Operation) => boolean) =>
    operationNames.filter((name) => holds(operations[name])).sort();
  expect([...readOperationNames].sort()).toEqual(named(({ kind }) => kind === 'read'));
  const once = (operation: Operation) => operation.kind === 'write' && !takesIdempotencyKey(operation);
  expect([...onceOperationNames].sort()).toEqual(named(once));
});
