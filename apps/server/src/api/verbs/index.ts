import type { InputOf, OperationName, Operations } from '@balcao/contract';
import type { Tx } from '@balcao/db';
import type { z } from 'zod';
import type { ApiParts, Caller } from '../api-parts.ts';
import { channelVerbs } from './channels.ts';
import { contactVerbs } from './contacts.ts';
import { conversationVerbs } from './conversations.ts';
import { jobVerbs } from './jobs.ts';
import { ledgerVerbs } from './ledger.ts';
import { mediaVerbs } from './media.ts';
import { messageVerbs } from './messages.ts';
import { workspaceVerbs } from './workspaces.ts';

/** What answers an operation, inside the caller's transaction. */
export type Verb<N extends OperationName> = (
  caller: Caller,
  tx: Tx,
  input: InputOf<Operations[N]>,
  parts: ApiParts,
) => Promise<z.input<Operations[N]['output']>>;

export type Verbs = { readonly [N in OperationName]: Verb<N> };

/** One for each operation of the contract: a missing one does not compile. */
export const verbs: Verbs = {
  ...workspaceVerbs,
  ...channelVerbs,
  ...conversationVerbs,
  ...messageVerbs,
  ...contactVerbs,
  ...mediaVerbs,
  ...jobVerbs,
  ...ledgerVerbs,
};
