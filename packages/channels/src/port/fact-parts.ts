import type { MessageContent, MessageKind } from './message-content.ts';

/** What every fact carries: how to find the channel it is for. */
export interface FactOrigin {
  /** The number it is for (WhatsApp: metadata.phone_number_id). Absent on events of the whole account. */
  readonly phoneNumberId?: string | undefined;
  /** The business account it came for (WhatsApp: the entry's id, the WABA). */
  readonly accountId?: string | undefined;
  /** Somebody else (Meta's own agent) holds the conversation: record, do not answer. */
  readonly standby?: true | undefined;
}

/** One person as the provider names them. waId or bsuid is there on every message, echo and change; a status may have neither. */
export interface SenderAddress {
  /** WhatsApp id: digits, as received (Brazil: with or without the ninth digit). */
  readonly waId?: string | undefined;
  /** Business-scoped user id ('BR.…'): the person when the phone is hidden. */
  readonly bsuid?: string | undefined;
  readonly parentBsuid?: string | undefined;
  readonly username?: string | undefined;
  readonly profileName?: string | undefined;
}

export interface MediaReference {
  /** The provider's id; a webhook's id lives 7 days. */
  readonly id: string;
  readonly mime?: string | undefined;
  readonly sha256?: string | undefined;
  readonly fileName?: string | undefined;
  readonly voice?: boolean | undefined;
  readonly animated?: boolean | undefined;
  readonly url?: string | undefined;
  readonly caption?: string | undefined;
}

export interface ProviderProblem {
  readonly code?: number | undefined;
  readonly title?: string | undefined;
  readonly details?: string | undefined;
}

/** The ad or page that the person came from. */
export interface Referral {
  readonly sourceUrl?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceType?: string | undefined;
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly mediaUrl?: string | undefined;
  readonly clickId?: string | undefined;
  readonly welcomeText?: string | undefined;
}

/** What a message says, apart from who said it and when. */
export interface MessageBody {
  readonly kind: MessageKind;
  /** What a person would read: body, caption, title of the button or row. */
  readonly text?: string | undefined;
  readonly content?: MessageContent | undefined;
  readonly media?: MediaReference | undefined;
}

/** Stored with every message of ours, whoever wrote it. */
export interface MessageFrame extends MessageBody {
  readonly providerId: string;
  /** Absent when the provider's time is missing or unreadable: the caller decides. */
  readonly at?: Date | undefined;
  readonly replyTo?: string | undefined;
  readonly forwarded?: boolean | undefined;
  readonly referral?: Referral | undefined;
  readonly referredProduct?: { catalogId?: string | undefined; productId?: string | undefined } | undefined;
  readonly groupId?: string | undefined;
  readonly errors?: readonly ProviderProblem[] | undefined;
}
