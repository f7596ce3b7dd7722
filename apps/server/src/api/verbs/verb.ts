import type { InputOf, OperationName, Operations } from '@balcao/contract';
import type { Tx } from '@balcao/db';
import type { z } from 'zod';
import type { ApiParts, Caller, PersonVisit, SentFile, Visit } from '../api-parts.ts';

type Answer<N extends OperationName> = Promise<z.input<Operations[N]['output']>>;

/** What answers an operation of a workspace, inside the caller's transaction. */
export type WorkspaceVerb<N extends OperationName> = (
  caller: Caller,
  tx: Tx,
  input: InputOf<Operations[N]>,
  parts: ApiParts,
) => Answer<N>;

/** What answers whoever is signed in, in no workspace. */
export type PersonVerb<N extends OperationName> = (
  visit: PersonVisit,
  input: InputOf<Operations[N]>,
  parts: ApiParts,
) => Answer<N>;

/** What answers before signing in. */
export type AnyoneVerb<N extends OperationName> = (
  visit: Visit,
  input: InputOf<Operations[N]>,
  parts: ApiParts,
) => Answer<N>;

/** What answers an operation that speaks to somebody else: no transaction is open, it opens its own. */
export type OutsideVerb<N extends OperationName> = (
  caller: Caller,
  input: InputOf<Operations[N]>,
  parts: ApiParts,
  file: SentFile,
) => Answer<N>;

/** Which of the four is said by the operation's scope, and by whether it is `outside`. */
export type Verb<N extends OperationName> = Operations[N]['scope'] extends 'person'
  ? PersonVerb<N>
  : Operations[N]['scope'] extends 'anyone'
    ? AnyoneVerb<N>
    : true extends Operations[N]['outside']
      ? OutsideVerb<N>
      : WorkspaceVerb<N>;

export type Verbs = { readonly [N in OperationName]: Verb<N> };
