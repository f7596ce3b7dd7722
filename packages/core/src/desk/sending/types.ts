import type { OutboundContent } from '@balcao/channels/port';
import type { KnownMessage, QueuedReply, ThreadPlace } from '../../messages/index.ts';

/** A channel as a send needs it before it is queued. */
export interface SendChannel {
  readonly perPair: boolean;
  checkContent(content: OutboundContent): void;
}

export interface Outgoing {
  readonly place: ThreadPlace;
  readonly channel: SendChannel;
  readonly content: OutboundContent;
  /** Who speaks: a person takes the floor. */
  readonly origin: 'person' | 'api';
  /** The provider's id of the message that this one quotes, or ours. */
  readonly replyTo?: string | undefined;
  readonly clientId?: string | undefined;
  readonly retryOf?: string | undefined;
  /** A person's message that leaves the floor with whoever has it: one that was scheduled. */
  readonly keepsFloor?: boolean | undefined;
}

export interface SentOff {
  readonly message: KnownMessage;
  /** To be offered to the dispatcher after the commit; none when it was queued before. */
  readonly queued: readonly QueuedReply[];
}
