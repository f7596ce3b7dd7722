import type { AccountFact, AutomaticEventFact, CallFact, GroupFact, TemplateFact } from './account-facts.ts';
import type { FactOrigin, MessageBody, MessageFrame, ProviderProblem, SenderAddress } from './fact-parts.ts';
import type { Json } from './message-content.ts';

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
