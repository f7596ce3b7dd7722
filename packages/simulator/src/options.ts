import type { FaultInput } from './faults/fault-schema.ts';

/** The clock of the house fits here as it is; a test may give one that it moves by hand. */
export interface SimulatorClock {
  now(): Date;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** One business number, and what its owner typed into Meta's console. */
export interface NumberOptions {
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  accessToken: string;
  appSecret: string;
  /** Where signed webhooks go; none = they are not sent. */
  webhookUrl?: string | undefined;
  verifyToken?: string | undefined;
  verifiedName?: string | undefined;
}

export interface NewCustomer {
  name: string;
  /** As a person types it: +55 (11) 98765-4321, with or without the ninth digit. None = known by BSUID only. */
  phone?: string | undefined;
  /** Meta's own form of the phone; worked out from `phone` as Meta does for Brazil when absent. */
  waId?: string | undefined;
  userId?: string | undefined;
  username?: string | undefined;
}

/** What Meta enforces; each may be switched while running. */
export interface Rules {
  /** Free-form outside 24 h: ignored, refused at once (131047), or accepted and then failed by a status, as Meta does. */
  window: 'off' | 'answer' | 'status';
  /** Whom one may write to: anybody (the customer appears by itself), or known customers only (else 131026 by a status). */
  recipients: 'any' | 'known';
  /** 131056: one message per 6 s to one person, 45 of them borrowed at once. */
  pairRate: boolean;
  /** 130429: messages per second of one number; null = no limit. */
  perSecond: number | null;
}

export interface Walk {
  sentMs: number;
  deliveredMs: number;
  /** When messages count as read: when the phone page shows them, so many ms after delivery, or never. */
  read: 'shown' | 'never' | { afterMs: number };
  /** Every delay varies by up to this share of itself. */
  jitter: number;
}

export interface Retry {
  firstMs: number;
  factor: number;
  maxMs: number;
  giveUpAfterMs: number;
  timeoutMs: number;
}

/** How much is remembered; what is oldest goes first. */
export interface Keep {
  messages: number;
  webhooks: number;
  events: number;
  pending: number;
  mediaBytes: number;
}

export interface SimulatorOptions {
  numbers: NumberOptions[];
  customers?: NewCustomer[];
  clock?: SimulatorClock;
  ids?: () => string;
  random?: () => number;
  /** The address under which clients reach the routes; taken from the requests when absent. */
  publicUrl?: string;
  walk?: Partial<Walk>;
  rules?: Partial<Rules>;
  retry?: Partial<Retry>;
  keep?: Partial<Keep>;
  faults?: FaultInput[];
  /** Free service messages per number and month, as since October 2026. */
  freeServiceMessages?: number;
  /** Fetch the `link` of media that the business sends. */
  fetchLinks?: boolean;
  /** A folder in which talks survive a restart. Nothing is written without it. */
  stateDir?: string;
  log?: (line: string) => void;
}

export const defaultWalk: Walk = { sentMs: 40, deliveredMs: 220, read: 'shown', jitter: 0.2 };
export const defaultRules: Rules = { window: 'off', recipients: 'any', pairRate: false, perSecond: null };
export const defaultRetry: Retry = {
  firstMs: 500,
  factor: 2,
  maxMs: 60_000,
  giveUpAfterMs: 7 * 24 * 3_600_000,
  timeoutMs: 20_000,
};
export const defaultKeep: Keep = {
  messages: 20_000,
  webhooks: 2_000,
  events: 4_000,
  pending: 100_000,
  mediaBytes: 256 * 1024 * 1024,
};
