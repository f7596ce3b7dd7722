import type { MediaKind } from './kinds.ts';
import type { MediaReason } from './sentences.ts';

export type MediaState = 'pending' | 'stored' | 'failed' | 'expired';

export interface Media {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly channelId: string | null;
  readonly providerMediaId: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly kind: MediaKind;
  /** The sender's word: never trusted. */
  readonly declaredMime: string | null;
  /** By its bytes. */
  readonly mime: string | null;
  readonly size: number | null;
  readonly declaredSha256: string | null;
  readonly sha256: string | null;
  readonly hashMatches: boolean | null;
  readonly fileName: string | null;
  /** Goes, or came, as a voice note. */
  readonly voice: boolean;
  readonly state: MediaState;
  readonly storageKey: string | null;
  readonly attempts: number;
  readonly reason: MediaReason | null;
  readonly createdAt: Date;
  readonly fetchedAt: Date | null;
}
