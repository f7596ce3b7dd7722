import type { OutboundContent } from '@balcao/channels/port';
import type { Scope } from '@balcao/contract';
import type { QueuedReply } from '@balcao/core/messages';
import type { WorkspaceCtx } from '@balcao/db';

/** A channel as a send needs it before it is queued. */
export interface ApiChannel {
  readonly workspaceId: string;
  readonly perPair: boolean;
  readonly adapter: { checkContent(content: OutboundContent): void };
}

/** What the running program lends to the API. */
export interface ApiParts {
  channel(channelId: string): ApiChannel | undefined;
  /** Told after the commit: a hint, the outbox rows are the queue. */
  offer(items: readonly QueuedReply[]): void;
  /** Requests per minute and key. */
  readonly perMinute?: number;
  /** Answers are checked against the contract before they leave: in tests and outside production. */
  readonly checkAnswers?: boolean;
}

/** Who asks: one workspace's API key, with what it may do. */
export interface Caller {
  readonly ctx: WorkspaceCtx;
  readonly apiKeyId: string;
  readonly scopes: readonly Scope[];
}
