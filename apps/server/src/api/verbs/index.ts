import { channelVerbs } from './channels.ts';
import { contactVerbs } from './contacts.ts';
import { conversationVerbs } from './conversations.ts';
import { jobVerbs } from './jobs.ts';
import { ledgerVerbs } from './ledger.ts';
import { mediaVerbs } from './media.ts';
import { messageVerbs } from './messages.ts';
import type { Verbs } from './verb.ts';
import { workspaceVerbs } from './workspaces.ts';

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
