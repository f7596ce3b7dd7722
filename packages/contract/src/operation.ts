import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Scope } from './scopes.ts';

/** `GET|POST /api/v1/<name>`: the name is the URL, the key of its verb and what one greps for. */
export interface Operation<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: Name;
  /** A read is a GET with its input in the query; a write is a POST with its input as JSON. */
  readonly kind: 'read' | 'write';
  readonly summary: string;
  /** What a key or a role needs; `person`: whoever is signed in, in no workspace; `anyone`: before signing in. */
  readonly scope: Scope | 'person' | 'anyone';
  readonly input: Input;
  readonly output: Output;
  /** Beyond what every operation may answer (see `commonErrors`). */
  readonly errors: readonly ErrorCode[];
}

export const commonErrors = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'too_many_requests',
  'internal',
  'unavailable',
] as const satisfies readonly ErrorCode[];

export function defineOperation<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Name, Input, Output>,
): Operation<Name, Input, Output> {
  return operation;
}

export type InputOf<O extends Operation> = z.output<O['input']>;
export type OutputOf<O extends Operation> = z.output<O['output']>;
