import type { InputOf, OperationName, Operations } from '@balcao/contract';
import type { Tx } from '@balcao/db';
import type { z } from 'zod';
import type { ApiParts, Caller } from '../api-parts.ts';

/** What answers an operation, inside the caller's transaction. */
export type Verb<N extends OperationName> = (
  caller: Caller,
  tx: Tx,
  input: InputOf<Operations[N]>,
  parts: ApiParts,
) => Promise<z.input<Operations[N]['output']>>;

export type Verbs = { readonly [N in OperationName]: Verb<N> };
