import type { Tx } from '@balcao/db';
import { type MarkedText, markText } from './mark-text.ts';
import { readTyped } from './read-typed.ts';
import { type Eyes, findTickets } from './rows.ts';
import { shownPhone } from './search-contacts.ts';

interface Row {
  readonly ticketId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly protocol: string;
  readonly subject: string | null;
  readonly status: string;
  readonly departmentId: string | null;
  readonly assigneeId: string | null;
  readonly openedAt: Date;
  readonly lastMessageAt: Date;
  readonly name: string | null;
  readonly e164: string | null;
  readonly value: string | null;
}

export interface TicketHit extends Omit<Row, 'name' | 'e164' | 'value'> {
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly by: 'protocol' | 'subject';
  readonly match: MarkedText;
}

/** By any part of the protocol or the subject, newest first. */
export async function searchTickets(tx: Tx, q: string, limit: number, eyes: Eyes): Promise<TicketHit[]> {
  const { parts, words } = readTyped(q);
  const rows = await tx.rows<Row>(findTickets, [parts, limit, eyes.departments, eyes.memberId]);
  return rows.map(({ name, e164, value, ...row }) => {
    const inSubject = markText(row.subject ?? '', words, true);
    const inProtocol = markText(row.protocol, words, true);
    const bySubject = inSubject.length > 0;
    const match = bySubject ? { text: row.subject ?? '', marks: inSubject } : { text: row.protocol, marks: inProtocol };
    return { ...row, contact: { name, phone: shownPhone(e164, value) }, by: bySubject ? 'subject' : 'protocol', match };
  });
}
