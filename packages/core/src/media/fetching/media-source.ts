import type { Readable } from 'node:stream';
import type { WorkspaceCtx } from '@balcao/db';

export interface OpenedMedia {
  /** Exactly the file; the fetcher reads it to its end or destroys it. */
  readonly body: Readable;
  /** As the provider promises it. A file of another length is incomplete. */
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
}

/**
 * The provider's side of a file, wired by the worker from the channel's adapter. Faults: 'not_found' the provider has it no more
 * (an id that expired, WhatsApp's 131052 and 100), 'too_large'; everything else is tried again.
 */
export interface MediaSource {
  open(
    ctx: WorkspaceCtx,
    channelId: string,
    providerMediaId: string,
    limits: { readonly maxBytes: number; readonly signal: AbortSignal },
  ): Promise<OpenedMedia>;
}
