export { actOnTickets } from './actions/act-on-tickets.ts';
export { possibleActions } from './actions/possible-actions.ts';
export type { BulkAction } from './actions/ticket-action.ts';
export type {
  ConversationView,
  InboxItem,
  OutboundContent,
  OutgoingDraft,
  Ticket,
  UploadWatch,
} from './conversation-view.ts';
export { colorOf } from './desk/color-of.ts';
export { phoneWords } from './desk/phone-words.ts';
export { type Desk, useDesk } from './desk/use-desk.ts';
export { openDialog } from './dialogs/open-dialog.ts';
export { replayAfterRead } from './feed/replay-after-read.ts';
export { prefetchThread } from './feed/use-thread.ts';
export { ConversationPane, DetailsPane, TicketDialogs } from './lazy-panes.tsx';
export { conversationTexts } from './texts/texts.ts';
export { markOpened } from './thread/mark-shown.ts';
export { useTicket } from './use-ticket.ts';
export { windowState } from './window/window-state.ts';
