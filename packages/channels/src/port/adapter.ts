import type { Readable } from 'node:stream';
import type { InboundFact } from './inbound-fact.ts';
import type { OutboundContent } from './outbound-content.ts';
import type { SendSentence } from './send-sentences.ts';
import type { Treatment } from './treatment.ts';

/** One channel's way into the provider. Opened from its seal just before use; never logged. */
export interface ChannelCredentials {
  /** Ours: one breaker per channel. */
  readonly channelId: string;
  readonly phoneNumberId: string;
  /** The business account (WABA). */
  readonly accountId: string;
  readonly accessToken: string;
}

/** Whom to write to. A phone wins over a business-scoped id. */
export interface Recipient {
  /** The wa_id as received, or the digits of the phone. */
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly groupId?: string | undefined;
}

export interface SendRequest {
  readonly to: Recipient;
  readonly content: OutboundContent;
  /** The provider's id of the message that this one answers. */
  readonly replyTo?: string | undefined;
  /** Our message id: comes back in every status webhook and settles an unknown send. */
  readonly tag: string;
}

export type SendOutcome = SendAccepted | SendFailed | SendUnknown;
export interface SendAccepted {
  readonly outcome: 'accepted';
  readonly providerId: string;
  /** The id that the provider really wrote to: learn from it. */
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  /** Kept back for a quality check: it may still be dropped. */
  readonly held?: true | undefined;
}
/** The provider refused, or nothing left this machine. Certain: the person got nothing. */
export interface SendFailed {
  readonly outcome: 'failed';
  readonly treatment: Treatment;
  /** The provider's code, when it gave one. */
  readonly code?: number | undefined;
  /** For developers: the provider's words, without credentials. */
  readonly detail: string;
  /** How long to wait before the next attempt, when there is to be one. */
  readonly afterMs?: number | undefined;
  readonly sentence: SendSentence;
  /** Nothing left this machine (no connection, or the breaker is open): no attempt to count against the message. */
  readonly notSent?: true | undefined;
}
/** The answer never came: it may have gone. Never repeat blindly. */
export interface SendUnknown {
  readonly outcome: 'unknown';
  readonly reason: 'timeout' | 'connection_lost' | 'unreadable_answer';
  readonly detail: string;
}

export interface RoutingKey {
  readonly phoneNumberId?: string | undefined;
  readonly accountId?: string | undefined;
}

export interface MediaAddress {
  readonly url: string;
  readonly mime?: string | undefined;
  readonly sha256?: string | undefined;
  readonly bytes?: number | undefined;
}
export interface DownloadedMedia {
  readonly bytes: Buffer;
  readonly mime?: string | undefined;
  readonly sha256?: string | undefined;
}
/** Must be read to its end or destroyed; fails past the limit. */
export interface OpenedMedia {
  readonly body: Readable;
  readonly mime?: string | undefined;
  readonly sha256?: string | undefined;
}
export interface MediaLimits {
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

export type MarkReadOutcome = { readonly outcome: 'done' } | SendFailed | SendUnknown;

/** What a provider must offer. Its second implementation is on the road map; until then nothing else belongs here. */
export interface ChannelAdapter {
  readonly provider: string;
  /** Pure; never throws. */
  parseWebhook(body: unknown): InboundFact[];
  /** Pure, cheap; never throws. Which channels a body concerns, without parsing it. */
  routingKeys(body: unknown): RoutingKey[];
  /** Throws Fault('over_limit') naming the field and its limit. */
  checkContent(content: OutboundContent): void;
  /** Never throws for what the provider or the network does; throws Fault('over_limit' | 'invalid_input') for content that cannot go. */
  send(credentials: ChannelCredentials, request: SendRequest): Promise<SendOutcome>;
  /** Marks the message and earlier ones read; with `typing` also shows "typing…" (25 s, or until the reply), in the same call. */
  markRead(
    credentials: ChannelCredentials,
    request: { readonly providerId: string; readonly typing?: boolean | undefined },
  ): Promise<MarkReadOutcome>;
  /** These throw Fault('not_found' | 'too_large' | 'provider_failed' | 'unavailable'); only the last is worth another try. */
  mediaAddress(credentials: ChannelCredentials, mediaId: string): Promise<MediaAddress>;
  openMedia(credentials: ChannelCredentials, mediaId: string, limits: MediaLimits): Promise<OpenedMedia>;
  download(credentials: ChannelCredentials, mediaId: string, limits: MediaLimits): Promise<DownloadedMedia>;
  uploadMedia(
    credentials: ChannelCredentials,
    file: { readonly bytes: Buffer; readonly mime: string; readonly fileName: string },
  ): Promise<{ id: string }>;
}
