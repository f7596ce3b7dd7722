// npm run -s kinds -w packages/contract: writes src/kinds.gen.ts again after an operation came or changed its kind.
import { writeFileSync } from 'node:fs';
import { type Operation, type OperationName, operationNames, operations, takesIdempotencyKey } from '../src/index.ts';

/** As the formatter would write it: on one line where that holds it. */
function listOf(variable: string, holds: (operation: Operation) => boolean): string {
  const names = operationNames.filter((name: OperationName) => holds(operations[name])).sort();
  const line = `const ${variable} = [${names.map((name) => `'${name}'`).join(', ')}] as const;`;
  return line.length <= 120
    ? line
    : `const ${variable} = [\n${names.map((name) => `  '${name}',\n`).join('')}] as const;`;
}

const takes = (input: unknown, field: string): boolean =>
  typeof input === 'object' && input !== null && 'shape' in input && Object.hasOwn(input.shape as object, field);

const text = `// Written by scripts/write-kinds.ts; kinds.test.ts compares it with the operations. No zod here: browsers read this file.
${listOf('reads', ({ kind }) => kind === 'read')}
${listOf('files', ({ file }) => file === true)}
${listOf('forwards', ({ kind, input }) => kind === 'read' && takes(input, 'after') && !takes(input, 'before'))}
${listOf('once', (operation) => operation.kind === 'write' && !takesIdempotencyKey(operation))}

/** The operations that are reads (GET); every other is a write (POST). */
export type ReadOperationName = (typeof reads)[number];
export const readOperationNames: ReadonlySet<string> = new Set(reads);

/** The writes whose body is a file. */
export type FileOperationName = (typeof files)[number];

/** Lists whose next page is asked with "after"; of all others it is asked with "before". */
export const forwardOperationNames: ReadonlySet<string> = new Set(forwards);

/** The writes that know no Idempotency-Key. */
export const onceOperationNames: ReadonlySet<string> = new Set(once);
`;
writeFileSync(new URL('../src/kinds.gen.ts', import.meta.url), text);
