import { accessOperations } from './access/index.ts';
import { botOperations } from './bot/index.ts';
import { channelsList, channelsResume, channelsStop } from './channels.ts';
import { contactsFind, contactsMerge, contactsUndoMerge } from './contacts.ts';
import { conversationsGiveFloor, conversationsList, conversationsMarkRead } from './conversations.ts';
import { crmOperations } from './crm/index.ts';
import { jobsDead, jobsReplay } from './jobs.ts';
import { ledgerRead } from './ledger.ts';
import { mediaLink } from './media.ts';
import { messagesList, messagesSend } from './messages.ts';
import { platformOperations } from './platform/index.ts';
import { ticketsOperations } from './tickets/index.ts';
import { workspacesGet } from './workspaces.ts';
import { writingOperations } from './writing/index.ts';

export { accessActions } from './access/index.ts';
export {
  type BotHandoff,
  type BotState,
  type BotTurn,
  type HandoffReason,
  type KeptTool,
  type ToolEffect,
  type ToolParameter,
  type ToolToDo,
  toolToDo,
} from './bot/index.ts';
export type { PresenceState, PushPayload } from './platform/index.ts';
export type {
  InboxItem,
  Note,
  TicketDetail,
  TicketEvent,
  TicketEventKind,
  TicketPriority,
  TicketStatus,
  ViewFilter,
} from './tickets/index.ts';
export {
  cannedVariables,
  type MacroAction,
  type Recurrence,
  type ShownMedia,
  type ThreadMessage,
  threadMessage,
} from './writing/index.ts';
/** Every operation of the house, by its name. */
export const operations = {
  [workspacesGet.name]: workspacesGet,
  [channelsList.name]: channelsList,
  [channelsStop.name]: channelsStop,
  [channelsResume.name]: channelsResume,
  [conversationsGiveFloor.name]: conversationsGiveFloor,
  [conversationsList.name]: conversationsList,
  [conversationsMarkRead.name]: conversationsMarkRead,
  [messagesList.name]: messagesList,
  [messagesSend.name]: messagesSend,
  [contactsFind.name]: contactsFind,
  [contactsMerge.name]: contactsMerge,
  [contactsUndoMerge.name]: contactsUndoMerge,
  [mediaLink.name]: mediaLink,
  [jobsDead.name]: jobsDead,
  [jobsReplay.name]: jobsReplay,
  [ledgerRead.name]: ledgerRead,
  ...accessOperations,
  ...ticketsOperations,
  ...writingOperations,
  ...crmOperations,
  ...platformOperations,
  ...botOperations,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
export const operationNames = Object.keys(operations) as OperationName[]; // the keys of a const object are its type's
