import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Scope } from './scopes.ts';

/** What a key or a role needs; `person`: whoever is signed in, in no workspace; `anyone`: before signing in. */
export type Access = Scope | 'person' | 'anyone';

/** `GET|POST /api/v1/<name>`: the name is the URL, the key of its verb and what one greps for. */
export interface Operation<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Needs extends Access = Access,
  Outside extends true | undefined = true | undefined,
> {
  readonly name: Name;
  /** A read is a GET with its input in the query; a write is a POST with its input as JSON. */
  readonly kind: 'read' | 'write';
  readonly summary: string;
  readonly scope: Needs;
  readonly input: Input;
  readonly output: Output;
  /** Beyond what every operation may answer (see `commonErrors`). */
  readonly errors: readonly ErrorCode[];
  /** Its verb speaks to somebody else (a provider, a store), so it opens its own transactions: none is held open meanwhile. */
  readonly outside?: Outside;
  /** The body of the POST is the file itself, with its own media type; the input is in the query. Always `outside`. */
  readonly file?: true;
  /** The media types of that file, for the documents: what comes is known by its content. */
  readonly fileTypes?: readonly string[];
  /** Its answer holds a secret that nobody keeps: an Idempotency-Key is ignored, and asked again it makes another. */
  readonly toldOnce?: true;
}

export const commonErrors = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'too_many_requests',
  'internal',
  'unavailable',
] as const satisfies readonly ErrorCode[];

export function defineOperation<
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Needs extends Access,
  const Outside extends true | undefined = undefined,
>(operation: Operation<Name, Input, Output, Needs, Outside>): Operation<Name, Input, Output, Needs, Outside> {
  return operation;
}

/** The same key again gets the same answer. Not without a workspace, not for files, not where the answer is kept nowhere. */
export const takesIdempotencyKey = ({ kind, scope, file, toldOnce }: Operation): boolean =>
  kind === 'write' && scope !== 'person' && scope !== 'anyone' && !file && !toldOnce;

/** Every code that an operation may answer. */
export function errorsOf(operation: Operation): readonly ErrorCode[] {
  const codes = new Set<ErrorCode>([...commonErrors, ...operation.errors]);
  if (operation.scope === 'anyone' && !operation.errors.includes('unauthenticated')) codes.delete('unauthenticated');
  if (takesIdempotencyKey(operation)) codes.add('conflict');
  if (operation.kind === 'write') codes.add('too_large');
  return [...codes];
}

export type InputOf<O extends Operation> = z.output<O['input']>;
export type OutputOf<O extends Operation> = z.output<O['output']>;
