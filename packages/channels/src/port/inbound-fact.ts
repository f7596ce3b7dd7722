import type { AccountFact, AutomaticEventFact, CallFact, GroupFact, TemplateFact } from './account-facts.ts';
import type { Json, MessageContent, MessageKind } from './message-content.ts';

/** Everything a provider's webhook can tell us. Parsing never throws: what is not understood is an 'unknown' fact. */
export type InboundFact =
  | MessageFact
  | EchoFact
  | EditFact
  | RevokeFact
  | ReactionFact
  | StatusFact
  | PaymentFact
  | IdentityChangeFact
  | PreferenceFact
  | HistoryFact
  | ContactSyncFact
  | CallFact
  | TemplateFact
  | AccountFact
  | GroupFact
  | AutomaticEventFact
  | HandoverFact
  | ProblemFact
  | UnknownFact;

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

/** The customer wrote. */
export interface MessageFact extends FactOrigin, MessageFrame {
  readonly fact: 'message';
  readonly from: SenderAddress;
}

/** The business wrote, elsewhere: on the phone app, or through Meta's own agent (standby). */
export interface EchoFact extends FactOrigin, MessageFrame {
  readonly fact: 'echo';
  readonly to: SenderAddress;
}

interface Change extends FactOrigin {
  readonly providerId: string;
  readonly at?: Date | undefined;
  /** The customer. On a change by the business (fromBusiness) this is whom it was written to. */
  readonly from: SenderAddress;
  readonly fromBusiness: boolean;
  /** The message concerned. */
  readonly targetId: string;
  readonly groupId?: string | undefined;
}

export interface EditFact extends Change {
  readonly fact: 'edit';
  readonly body: MessageBody;
}
export interface RevokeFact extends Change {
  readonly fact: 'revoke';
}
/** `emoji` absent: the reaction was taken back. */
export interface ReactionFact extends Change {
  readonly fact: 'reaction';
  readonly emoji?: string | undefined;
}

export type DeliveryStatus = 'accepted' | 'held' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export interface StatusFact extends FactOrigin {
  readonly fact: 'status';
  readonly providerId: string;
  readonly status: DeliveryStatus;
  readonly at?: Date | undefined;
  readonly recipient: SenderAddress;
  /** Our own message id, sent along as biz_opaque_callback_data. */
  readonly tag?: string | undefined;
  readonly errors?: readonly ProviderProblem[] | undefined;
  readonly pricing?: Pricing | undefined;
  readonly conversationOrigin?: string | undefined;
  readonly groupId?: string | undefined;
}

export interface Pricing {
  readonly billable?: boolean | undefined;
  readonly model?: string | undefined;
  readonly type?: string | undefined;
  readonly category?: string | undefined;
}

/** A payment made inside WhatsApp moved on. */
export interface PaymentFact extends FactOrigin {
  readonly fact: 'payment';
  readonly providerId: string;
  readonly status: string;
  readonly at?: Date | undefined;
  readonly recipient: SenderAddress;
  readonly referenceId?: string | undefined;
  readonly detail: Json;
}

export interface IdentityChangeFact extends FactOrigin {
  readonly fact: 'identity-change';
  readonly change: 'changed_number' | 'changed_user_id';
  readonly providerId: string;
  readonly at?: Date | undefined;
  readonly previous: SenderAddress;
  readonly current: SenderAddress;
  readonly text?: string | undefined;
}

/** The person allowed or stopped a kind of message (marketing) in WhatsApp itself. */
export interface PreferenceFact extends FactOrigin {
  readonly fact: 'preference';
  readonly from: SenderAddress;
  readonly at?: Date | undefined;
  readonly category?: string | undefined;
  readonly wants: 'stop' | 'resume';
  readonly detail?: string | undefined;
}

export interface HistoryFact extends FactOrigin {
  readonly fact: 'history';
  readonly phase?: number | undefined;
  readonly chunk?: number | undefined;
  readonly progress?: number | undefined;
  readonly threads: readonly HistoryThread[];
  readonly errors?: readonly ProviderProblem[] | undefined;
}
export interface HistoryThread {
  readonly person: SenderAddress;
  readonly messages: readonly HistoryMessage[];
}
export interface HistoryMessage extends MessageFrame {
  readonly fromBusiness: boolean;
  /** The provider's word in lower case: 'pending', 'sent', 'delivered', 'read', 'played', 'error'. */
  readonly status?: string | undefined;
}

/** The address book of the phone app (coexistence). */
export interface ContactSyncFact extends FactOrigin {
  readonly fact: 'contact-sync';
  readonly action: 'save' | 'remove';
  readonly person: SenderAddress;
  readonly fullName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly at?: Date | undefined;
}

/** Who holds the conversation changed. */
export interface HandoverFact extends FactOrigin {
  readonly fact: 'handover';
  readonly person: SenderAddress;
  readonly at?: Date | undefined;
  readonly event?: string | undefined;
  readonly detail: Json;
}

/** An error of the provider itself, about no message in particular. */
export interface ProblemFact extends FactOrigin {
  readonly fact: 'problem';
  readonly errors: readonly ProviderProblem[];
}

/** Not understood. Never an error: recorded, counted, and the raw body stays in the receipt. */
export interface UnknownFact extends FactOrigin {
  readonly fact: 'unknown';
  readonly field: string;
  readonly reason: string;
  /** Where in the body: 'entry[0].changes[2].value.messages[1]'. */
  readonly path: string;
  /** The start of it as JSON, bounded. Personal data: mask before logging. */
  readonly excerpt: string;
}
