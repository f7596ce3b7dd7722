import { type Operation, operationNames, operations } from '@balcao/contract';
import { z } from 'zod';
import { type Named, pascal, type Schema, writeType } from './write-type.ts';

const head = `export type { ErrorCode } from './contract/errors.ts';
export {
  type FileOperationName,
  forwardOperationNames,
  onceOperationNames,
  type ReadOperationName,
  readOperationNames,
} from './contract/kinds.gen.ts';
export type { Problem, ProblemIssue } from './contract/problem.ts';

/** A UUID in lower case. */
export type Id = string;
/** A moment in ISO 8601, in UTC. */
export type Time = string;
`;

const foot = `
export type OperationName = keyof Operations;

/** What an operation is asked; what has a default may be left out. */
export type Input<Name extends OperationName> = Operations[Name]['input'];
export type Output<Name extends OperationName> = Operations[Name]['output'];
`;

/** The contract in plain TypeScript, in the place of src/contract.ts: an interface for each question and each answer. */
export function writeContractTypes(): string {
  const names = nameThings();
  const interfaces: string[] = [];
  const entries: string[] = [];
  for (const name of operationNames) {
    const operation: Operation = operations[name];
    const [resource = ''] = name.split('.');
    for (const io of ['input', 'output'] as const) {
      const schema = z.toJSONSchema(operation[io], { io }) as Schema; // what zod writes
      const type = writeType(schema, [resource], names);
      interfaces.push(`export type ${pascal(name)}${pascal(io)} = ${type};`);
    }
    const type = pascal(name);
    entries.push(
      `  /** ${operation.summary}. ${needs(operation)} */\n  '${name}': { input: ${type}Input; output: ${type}Output };`,
    );
  }
  const operationsType = `/** Every operation: what it is asked and what it answers. */\nexport interface Operations {\n${entries.join('\n')}\n}`;
  return [head, ...names.written(), ...interfaces, operationsType, foot].join('\n');
}

function needs({ scope }: Operation): string {
  if (scope === 'anyone') return 'Open to anyone.';
  return scope === 'person' ? 'For a person who is signed in.' : `Scope: ${scope}.`;
}

/** The first free name of those wanted; the same text again has the name that it was given. */
function nameThings(): Named & { written(): readonly string[] } {
  const byText = new Map<string, string>();
  const taken = new Set(operationNames.flatMap((name) => [`${pascal(name)}Input`, `${pascal(name)}Output`]));
  for (const own of ['Id', 'Time', 'Problem', 'ProblemIssue', 'ErrorCode', 'Operations', 'Input', 'Output'])
    taken.add(own);
  return {
    nameFor(text, wanted) {
      const known = byText.get(text);
      if (known !== undefined) return known;
      const last = wanted.at(-1) ?? '';
      const free = [...wanted, ...Array.from({ length: 99 }, (_, n) => `${last}${n + 2}`)].find(
        (one) => !taken.has(one),
      );
      if (free === undefined) throw new Error(`no name is left for ${last}`);
      taken.add(free);
      byText.set(text, free);
      return free;
    },
    written: () => [...byText].map(([text, name]) => `export interface ${name} ${text}\n`),
  };
}
