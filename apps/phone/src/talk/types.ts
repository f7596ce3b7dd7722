/** The simulator's words (packages/simulator/src/model.ts), as its control side sends them. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

export interface Customer {
  id: string;
  name: string;
  phone: string | null;
  waId: string | null;
  userId: string | null;
  username: string | null;
}

export interface BusinessNumber {
  phoneNumberId: string;
  displayPhoneNumber: string;
  verifiedName: string;
}

export interface Chat {
  phoneNumberId: string;
  customerId: string;
  lastAt: number;
  unread: number;
  typingUntil: number;
}

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

export interface ShownTemplate {
  header?: { type: string; text?: string; link?: string; id?: string };
  body: string;
  footer?: string;
  buttons: { type: string; text: string; url?: string; payload?: string }[];
}

export interface Message {
  id: string;
  phoneNumberId: string;
  customerId: string;
  author: 'customer' | 'business' | 'business-app';
  at: number;
  type: string;
  content: JsonObject;
  shown?: ShownTemplate;
  quotedId?: string;
  forwarded?: boolean;
  status: MessageStatus;
  times: Partial<Record<MessageStatus, number>>;
  reactions: { customer?: string; business?: string };
  editedAt?: number;
  revokedAt?: number;
  problem?: { code: number; title: string; details: string };
}

export interface State {
  cursor: string;
  now: number;
  numbers: BusinessNumber[];
  customers: Customer[];
  chats: Chat[];
  messages: Message[];
}

export type Draft =
  | { kind: 'text'; body: string; quotedId?: string }
  | {
      kind: 'media';
      as: 'image' | 'video' | 'audio' | 'document' | 'sticker';
      mediaId: string;
      caption?: string;
      filename?: string;
      voice?: boolean;
      quotedId?: string;
    }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string; quotedId?: string }
  | { kind: 'contacts'; contacts: { name: string; phone: string }[]; quotedId?: string }
  | { kind: 'reaction'; messageId: string; emoji: string }
  | { kind: 'tap'; messageId: string; choiceId: string }
  | { kind: 'edit'; messageId: string; body: string }
  | { kind: 'revoke'; messageId: string };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
export const partOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const partsOf = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
