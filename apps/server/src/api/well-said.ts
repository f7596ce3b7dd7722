import { errorsOf, type OperationName, operations } from '@balcao/contract';
import { Fault } from '@balcao/kernel';
import type { z } from 'zod';

export function parseInput(schema: z.ZodType, asked: unknown): unknown {
  const parsed = schema.safeParse(asked);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    problem: issue.code === 'unrecognized_keys' ? unknownFields(issue.keys) : issue.message,
  }));
  throw new Fault('invalid_input', 'the input does not have the shape of this operation', { issues });
}

/** Named only where it can be the name of a field: an answer repeats nothing else that was sent. */
function unknownFields(keys: readonly string[]): string {
  const names = keys.filter((key) => /^[a-z]\w{0,39}$/i.test(key));
  return names.length === 0 ? 'holds fields that are unknown here' : `unknown here: ${names.join(', ')}`;
}

/** An answer that is not what the contract says is a defect of ours, found in tests and before production. */
export function checkAnswer(name: OperationName, schema: z.ZodType, answer: unknown): void {
  const parsed = schema.safeParse(JSON.parse(JSON.stringify(answer)));
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new Fault(
    'internal',
    `the answer of ${name} breaks its contract at ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

/** A code that the contract does not say of this operation is a defect too; tests find it, people are told the code as it is. */
export function checkFault(name: OperationName, error: unknown): unknown {
  if (!(error instanceof Fault) || errorsOf(operations[name]).includes(error.code)) return error;
  return new Fault('internal', `${name} answers ${error.code}, which its contract does not say`, {}, error);
}
