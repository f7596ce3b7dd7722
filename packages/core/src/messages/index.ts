export {
  advanceStatus,
  applyEarlyStatuses,
  CONTACT_BLOCKED,
  type MessageStatus,
  type StatusChange,
  type StatusSighting,
} from './advance-status.ts';
export { type Amendment, amend, type Reaction, react } from './amend.ts';
export { list, MESSAGES_PER_PAGE, type MessageRow } from './list.ts';
export { listAll } from './list-all.ts';
export { claimClientId, type KnownMessage } from './outgoing/claim-client-id.ts';
export { type FoundMessage, findMessage } from './outgoing/find-message.ts';
export { forgetTurns } from './outgoing/forget-turns.ts';
export { refuseWithdrawn, withdrawReplies } from './outgoing/withdraw-replies.ts';
export { PAIR_BURST, PAIR_INTERVAL_MS, type QueuedReply, queueReply, type Reply } from './queue-reply.ts';
export { type IncomingMessage, receive } from './receive.ts';
export { settleStragglers } from './settle-stragglers.ts';
export {
  findPlace,
  readMessages,
  readThread,
  type Thread,
  type ThreadFile,
  type ThreadPage,
  type ThreadPlace,
  type ThreadQuote,
  type ThreadRow,
} from './thread/index.ts';
