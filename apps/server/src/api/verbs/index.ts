import { accessVerbs } from './access/index.ts';
import { botVerbs } from './bot/index.ts';
import { channelVerbs } from './channels.ts';
import { contactVerbs } from './contacts.ts';
import { conversationVerbs } from './conversations.ts';
import { crmVerbs } from './crm/index.ts';
import { jobVerbs } from './jobs.ts';
import { ledgerVerbs } from './ledger.ts';
import { mediaVerbs } from './media.ts';
import { messageVerbs } from './messages.ts';
import { platformVerbs } from './platform/index.ts';
import { ticketsVerbs } from './tickets/index.ts';
import type { Verbs } from './verb.ts';
import { workspaceVerbs } from './workspaces.ts';
import { writingVerbs } from './writing/index.ts';

export { presentThread } from './writing/index.ts';

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
  ...accessVerbs,
  ...ticketsVerbs,
  ...writingVerbs,
  ...crmVerbs,
  ...platformVerbs,
  ...botVerbs,
};
