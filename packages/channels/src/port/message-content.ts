/** What a message is. Every provider's own names end here. */
export type MessageKind =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'button'
  | 'button_reply'
  | 'list_reply'
  | 'nfm_reply'
  | 'payment_method'
  | 'call_permission_reply'
  | 'order'
  | 'system'
  | 'media_placeholder'
  | 'unsupported'
  | 'unknown';

/** The typed rest of a message, beside its text: small, JSON-safe, ready for a jsonb column. Kinds that are only text or media have none. */
export type MessageContent =
  | LocationContent
  | ContactsContent
  | ButtonContent
  | ReplyContent
  | FlowReplyContent
  | PaymentMethodContent
  | CallPermissionContent
  | OrderContent
  | SystemContent
  | UnsupportedContent
  | UnknownContent;

export interface LocationContent {
  readonly kind: 'location';
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly url?: string | undefined;
}

export interface ContactsContent {
  readonly kind: 'contacts';
  readonly contacts: readonly SharedContact[];
}

export interface SharedContact {
  readonly name?: string | undefined;
  readonly company?: string | undefined;
  readonly phones: readonly { phone?: string | undefined; waId?: string | undefined; type?: string | undefined }[];
  readonly emails: readonly string[];
}

/** A quick-reply button of a template. */
export interface ButtonContent {
  readonly kind: 'button';
  readonly payload?: string | undefined;
  readonly title?: string | undefined;
}

export interface ReplyContent {
  readonly kind: 'button_reply' | 'list_reply';
  readonly id: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** The answers of a WhatsApp Flow. `answers` is cleaned and bounded; the raw body stays in the receipt. */
export interface FlowReplyContent {
  readonly kind: 'nfm_reply';
  readonly name?: string | undefined;
  readonly flowToken?: string | undefined;
  readonly answers: Json;
}

export interface PaymentMethodContent {
  readonly kind: 'payment_method';
  readonly method?: string | undefined;
  /** ISO 8601. */
  readonly at?: string | undefined;
  readonly referenceId?: string | undefined;
  readonly lastFour?: string | undefined;
  readonly credentialId?: string | undefined;
}

export interface CallPermissionContent {
  readonly kind: 'call_permission_reply';
  readonly response?: string | undefined;
  readonly permanent: boolean;
  /** ISO 8601. */
  readonly until?: string | undefined;
}

export interface OrderContent {
  readonly kind: 'order';
  readonly catalogId?: string | undefined;
  readonly items: readonly OrderItem[];
}

export interface OrderItem {
  readonly productId?: string | undefined;
  readonly quantity: number;
  readonly unitPriceCents?: number | undefined;
  readonly currency?: string | undefined;
}

export interface SystemContent {
  readonly kind: 'system';
  readonly event?: string | undefined;
}

/** WhatsApp itself could not pass it on (a poll, a view-once photo …); `type` when it says which. */
export interface UnsupportedContent {
  readonly kind: 'unsupported';
  readonly type?: string | undefined;
}

/** A type that we do not know yet; `raw` is cleaned and bounded. */
export interface UnknownContent {
  readonly kind: 'unknown';
  readonly type?: string | undefined;
  readonly raw: Json;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
