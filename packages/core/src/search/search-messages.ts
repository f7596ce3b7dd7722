import type { Tx } from '@balcao/db';
import { type MarkedText, snippetOf } from './mark-text.ts';
import { readTyped } from './read-typed.ts';
import { type Eyes, findInConversation, findMessages } from './rows.ts';
import { shownPhone } from './search-contacts.ts';

interface Row {
  readonly messageId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly ticketId: string | null;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly at: Date;
  readonly body: string | null;
  readonly name: string | null;
  readonly e164: string | null;
  readonly value: string | null;
}

export interface MessageHit extends Omit<Row, 'body' | 'name' | 'e164' | 'value'> {
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly snippet: MarkedText;
}

export interface MessagePage {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly conversationId?: string | undefined;
}

const FROM_THE_NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** By their words, accents ignored, newest first; the last word may be the beginning of one. */
export async function searchMessages(tx: Tx, q: string, page: MessagePage, eyes: Eyes): Promise<MessageHit[]> {
  const { query, words } = readTyped(q);
  if (query === undefined) return [];
  const params = [query, page.limit, eyes.departments, eyes.memberId, page.before ?? FROM_THE_NEWEST];
  const rows =
    page.conversationId === undefined
      ? await tx.rows<Row>(findMessages, params)
      : await tx.rows<Row>(findInConversation, [...params, page.conversationId]);
  return rows.map(({ body, name, e164, value, ...row }) => ({
    ...row,
    contact: { name, phone: shownPhone(e164, value) },
    snippet: snippetOf(body ?? '', words),
  }));
}
