import type { FactOrigin, SenderAddress } from './fact-parts.ts';
import type { Json } from './message-content.ts';

/** Something happened to a template. */
export interface TemplateFact extends FactOrigin {
  readonly fact: 'template';
  readonly change: 'status' | 'quality' | 'components' | 'category';
  readonly templateId?: string | undefined;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly at?: Date | undefined;
  /** status: 'APPROVED', 'REJECTED', 'PAUSED' … */
  readonly status?: string | undefined;
  readonly reason?: string | undefined;
  readonly category?: string | undefined;
  readonly previousCategory?: string | undefined;
  readonly quality?: string | undefined;
  readonly previousQuality?: string | undefined;
  readonly detail: Json;
}

/** Something happened to the account or one of its numbers: a card in the number clinic. `detail` is the value, cleaned and bounded. */
export interface AccountFact extends FactOrigin {
  readonly fact: 'account';
  readonly change:
    | 'account'
    | 'alert'
    | 'review'
    | 'number-quality'
    | 'number-name'
    | 'capability'
    | 'security'
    | 'payment-configuration'
    | 'username'
    | 'partner-solution'
    | 'flow';
  /** The provider's word: 'ACCOUNT_RESTRICTION', 'FLAGGED', 'APPROVED' … */
  readonly event?: string | undefined;
  readonly at?: Date | undefined;
  readonly displayPhone?: string | undefined;
  /** People who may be written to outside the window in a moving 24 h; -1 = without limit. */
  readonly messagingLimit?: number | undefined;
  readonly severity?: string | undefined;
  readonly detail: Json;
}

export interface CallFact extends FactOrigin {
  readonly fact: 'call';
  readonly providerId: string;
  /** 'connect', 'terminate', or the status of a call we made: 'ringing', 'accepted', 'rejected'. */
  readonly event: string;
  readonly at?: Date | undefined;
  readonly direction?: 'from_customer' | 'from_business' | undefined;
  readonly person: SenderAddress;
  readonly status?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly tag?: string | undefined;
  readonly session?: { type?: string | undefined; sdp?: string | undefined } | undefined;
}

export interface GroupFact extends FactOrigin {
  readonly fact: 'group';
  readonly change: 'lifecycle' | 'participants' | 'settings' | 'status';
  readonly groupId?: string | undefined;
  readonly event?: string | undefined;
  readonly at?: Date | undefined;
  readonly detail: Json;
}

/** Meta's model saw a lead or a purchase in a conversation that came from an ad. */
export interface AutomaticEventFact extends FactOrigin {
  readonly fact: 'automatic-event';
  readonly providerId: string;
  readonly event: string;
  readonly at?: Date | undefined;
  readonly clickId?: string | undefined;
  /** As Meta gives it: whether it is in cents is not documented. */
  readonly value?: number | undefined;
  readonly currency?: string | undefined;
}
