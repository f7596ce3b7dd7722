export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

export interface Customer {
  id: string;
  name: string;
  /** As typed; for people to read. */
  phone: string | null;
  /** Meta's form of the phone: what webhooks carry and what sends answer with. */
  waId: string | null;
  /** Business-scoped user id. */
  userId: string | null;
  username: string | null;
}

export type Author = 'customer' | 'business' | 'business-app';
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

export interface MessageProblem {
  code: number;
  title: string;
  message: string;
  details: string;
}

/** One bubble. `content` is in the platform's own words: `{text: {body}}`, `{image: {id, …}}`, `{interactive: …}`. */
export interface ChatMessage {
  id: string;
  phoneNumberId: string;
  customerId: string;
  author: Author;
  at: number;
  type: string;
  content: JsonObject;
  /** For a template: what the customer reads. */
  shown?: ShownTemplate;
  quotedId?: string;
  forwarded?: boolean;
  /** Of the business: its status. Of the customer: sent = not yet taken by the webhook, delivered = taken, read = marked read. */
  status: MessageStatus;
  times: Partial<Record<MessageStatus, number>>;
  reactions: { customer?: string; business?: string };
  editedAt?: number;
  revokedAt?: number;
  problem?: MessageProblem;
  /** The sender's own biz_opaque_callback_data. */
  tag?: string;
  category?: string;
}

export interface ShownTemplate {
  header?: { type: string; text?: string; link?: string; id?: string };
  body: string;
  footer?: string;
  buttons: { type: string; text: string; url?: string; payload?: string }[];
}

export interface Chat {
  phoneNumberId: string;
  customerId: string;
  lastAt: number;
  unread: number;
  /** Free-form messages may be sent until then. */
  windowUntil: number;
  /** The business shows "typing" until then. */
  typingUntil: number;
}

export interface Media {
  id: string;
  phoneNumberId: string;
  bytes: Buffer;
  mimeType: string;
  sha256: Buffer;
  filename?: string;
  at: number;
}

export interface Template {
  id: string;
  wabaId: string;
  name: string;
  language: string;
  category: string;
  status: string;
  components: JsonObject[];
}

export interface NumberState {
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  accessToken: string;
  appSecret: string;
  webhookUrl?: string | undefined;
  verifyToken?: string | undefined;
  verifiedName: string;
  registered: boolean;
  /** Free service messages used, by month (2026-11). */
  serviceMessages: { month: string; count: number };
}
