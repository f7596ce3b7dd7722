import type { ChannelAdapter, ChannelCredentials } from '@balcao/channels/port';
import type { WorkspaceCtx } from '@balcao/db';

/** A channel as the outbox needs it. */
export interface Sender {
  readonly id: string;
  readonly workspaceId: string;
  readonly perSecond: number;
  readonly adapter: ChannelAdapter;
  readonly credentials: ChannelCredentials;
}

export interface DispatcherParts {
  readonly workerId: string;
  /** Undefined while the channel is stopped or gone: its rows wait in the outbox. */
  sender(channelId: string): Sender | undefined;
  /** The provider's own name of a file of ours, and that it no longer knows it. Absent: messages with files of ours fail. */
  readonly files?: {
    idOf(ctx: WorkspaceCtx, sender: Sender, mediaId: string): Promise<string>;
    forget(ctx: WorkspaceCtx, sender: Sender, mediaId: string): Promise<void>;
  };
}
