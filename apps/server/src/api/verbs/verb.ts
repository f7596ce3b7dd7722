import type { InputOf, OperationName, Operations } from '@balcao/contract';
import type { Tx } from '@balcao/db';
import type { z } from 'zod';
import type { ApiParts, Caller, PersonVisit, Visit } from '../api-parts.ts';

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

/** Which of the three is said by the operation's scope. */
export type Verb<N extends OperationName> = Operations[N]['scope'] extends 'person'
  ? PersonVerb<N>
  : Operations[N]['scope'] extends 'anyone'
    ? AnyoneVerb<N>
    : WorkspaceVerb<N>;

export type Verbs = { readonly [N in OperationName]: Verb<N> };
