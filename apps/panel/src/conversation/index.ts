export type { ConversationView, OutboundContent, OutgoingDraft, Ticket, UploadWatch } from './conversation-view.ts';
export { replayAfterRead } from './feed/replay-after-read.ts';
export { prefetchThread } from './feed/use-thread.ts';
