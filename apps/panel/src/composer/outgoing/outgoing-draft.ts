import type { InputOf, Operations } from '@balcao/contract';
import type { ThreadMessage } from '../../messages/index.ts';

export type OutboundContent = InputOf<Operations['messages.send']>['content'];

export interface UploadWatch {
  onProgress(share: number): void;
  readonly signal: AbortSignal;
}

/** What the composer hands over to be sent. Whoever takes it shows it at once and keeps it until the server has it. */
export interface OutgoingDraft {
  readonly clientId: string;
  /** With a file still to be uploaded, its source is only a preview: `upload` gives the content to send. */
  readonly content: OutboundContent;
  /** Our id of the message that it answers. */
  readonly replyTo?: string;
  readonly quoted?: ThreadMessage;
  readonly previewUrls?: readonly string[];
  /** May be asked again after a failure: what is up already does not go twice. */
  upload?(watch: UploadWatch): Promise<OutboundContent>;
}
