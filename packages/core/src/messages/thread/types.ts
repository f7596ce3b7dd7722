import type { MediaKind, MediaReason, MediaState } from '../../media/index.ts';

/** A file beside a message, before it is given a link. */
export interface ThreadFile {
  readonly id: string;
  readonly kind: MediaKind;
  readonly state: MediaState;
  readonly mime: string | null;
  readonly size: number | null;
  readonly fileName: string | null;
  readonly voice: boolean;
  readonly reason: MediaReason | null;
}

export interface ThreadQuote {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly origin: string;
  readonly authorId: string | null;
  readonly kind: string;
  /** Of an outbound file: image, video … */
  readonly media: string | null;
  readonly text: string | null;
  readonly mediaId: string | null;
  readonly revoked: boolean;
}

/** A message with all that stands around it. Times inside the lists are text, as JSON brings them. */
export interface ThreadRow {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly clientId: string | null;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly origin: string;
  readonly authorId: string | null;
  readonly kind: string;
  readonly text: string | null;
  readonly content: unknown;
  readonly status: string;
  readonly providerId: string | null;
  readonly replyTo: string | null;
  readonly retryOf: string | null;
  readonly retriedBy: string | null;
  readonly at: Date;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly readAt: Date | null;
  readonly playedAt: Date | null;
  readonly failedAt: Date | null;
  readonly editedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly errorCode: number | null;
  readonly errorDetail: string | null;
  readonly quote: ThreadQuote | null;
  readonly reactions: readonly { by: 'customer' | 'business'; emoji: string; at: string }[] | null;
  readonly edits: readonly { at: string; text: string | null }[] | null;
  readonly media: ThreadFile | null;
  readonly headerMedia: ThreadFile | null;
  /** What the outbox noted when it put it back: a code and a treatment. `held` before it: the channel does not send. */
  readonly waitsFor: string | null;
}

export interface ThreadPlace {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly floor: 'bot' | 'person' | 'phone_app' | 'meta_agent';
  readonly windowUntil: Date | null;
  readonly unread: number;
  readonly channelState: 'active' | 'paused' | 'stopped';
  /** Conversations that were joined with it: their messages are read with its own. */
  readonly joined: readonly string[];
  /** Its ticket that is not resolved, or else the newest. */
  readonly ticketId: string | null;
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
}
