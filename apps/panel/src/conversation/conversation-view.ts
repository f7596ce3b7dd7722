import type { Input, Output } from '../api/index.ts';
import type { ThreadMessage } from '../messages/index.ts';

export type Ticket = Output<'tickets.get'>['ticket'];
/** What the list knows of a ticket is enough to show its talk at once. */
export type InboxItem = Output<'inbox.list'>['items'][number];
export type OutboundContent = Input<'messages.send'>['content'];

/** All that the composer has to know of the talk that it writes in. */
export interface ConversationView {
  readonly conversationId: string;
  readonly ticketId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly departmentId: string | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly status: InboxItem['status'];
  readonly floor: InboxItem['floor'];
  readonly windowUntil: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly contactBlocked: boolean | undefined;
  readonly channelState: 'active' | 'stopped' | undefined;
  readonly protocol: string;
  /** The member who looks. */
  readonly me: string;
}

export interface UploadWatch {
  onProgress(share: number): void;
  readonly signal: AbortSignal;
}

/** What the composer hands over: shown at once, sent as soon as its file is up. */
export interface OutgoingDraft {
  readonly clientId: string;
  readonly content: OutboundContent;
  readonly replyTo?: string;
  readonly quoted?: ThreadMessage;
  readonly previewUrls?: readonly string[];
  /** Brings the file up and gives the content with it; may be asked again after a failure. */
  readonly upload?: (watch: UploadWatch) => Promise<OutboundContent>;
}
