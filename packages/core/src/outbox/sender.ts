import type { ChannelAdapter, ChannelCredentials } from '@balcao/channels/port';

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
}
