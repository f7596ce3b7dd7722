// npm run -s kinds -w packages/contract: writes src/kinds.gen.ts again after an operation came or changed its kind.
import { writeFileSync } from 'node:fs';
import { operationNames, operations } from '../src/index.ts';

const reads = operationNames.filter((name) => operations[name].kind === 'read').sort();
const lines = reads.map((name) => `  '${name}',`);
const text = `// Written by scripts/write-kinds.ts; kinds.test.ts compares it with the operations. No zod here: browsers read this file.
const reads = [
${lines.join('\n')}
] as const;

/** The operations that are reads (GET); every other is a write (POST). */
export type ReadOperationName = (typeof reads)[number];
export const readOperationNames: ReadonlySet<string> = new Set(reads);
`;
writeFileSync(new URL('../src/kinds.gen.ts', import.meta.url), text);
