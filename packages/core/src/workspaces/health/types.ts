import type { ChannelState } from '../types.ts';

export interface NumberFacts {
  readonly displayPhone?: string | undefined;
  readonly verifiedName?: string | undefined;
  readonly nameStatus?: string | undefined;
  readonly status?: string | undefined;
  readonly quality?: string | undefined;
  readonly throughput?: string | undefined;
  readonly messagingLimit?: string | undefined;
}

export interface TokenFacts {
  readonly valid?: boolean | undefined;
  /** ISO; absent: it does not end, or is not known. */
  readonly expiresAt?: string | undefined;
  readonly missingScopes?: readonly string[] | undefined;
}

/** What the provider said when it was asked; each part by itself, since one may fail alone. */
export interface ToldHealth {
  readonly number?: NumberFacts | undefined;
  readonly token?: TokenFacts | undefined;
  readonly subscribed?: boolean | undefined;
  /** Why a part is missing: an error code. */
  readonly problem?: string | undefined;
  readonly detail?: string | undefined;
}

/** All that is known of a channel's health. */
export interface HealthFacts {
  readonly channelId: string;
  readonly state: ChannelState;
  readonly stateReason: string | null;
  readonly checkedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly number: NumberFacts;
  readonly token: TokenFacts;
  readonly subscribed: boolean | null;
  readonly problem: string | null;
  readonly lastReceiptAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailureCode: number | null;
  readonly lastFailureSentence: string | null;
  readonly waiting: number;
  readonly oldestAt: Date | null;
}

export type HealthLevel = 'ok' | 'warning' | 'problem' | 'unknown';

export interface HealthCard {
  readonly what: 'sending' | 'number' | 'quality' | 'limit' | 'token' | 'webhook' | 'queue' | 'errors';
  readonly level: HealthLevel;
  /** A key of `healthSentences`, and what stands in its {…}. */
  readonly sentence: string;
  readonly todo?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
}
