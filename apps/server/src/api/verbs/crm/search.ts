import { type MessageHit, searchContacts, searchMessages, searchTickets, type TicketHit } from '@balcao/core/search';
import { eyesOf } from '../eyes-of.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';

const presentTicket = ({ openedAt, lastMessageAt, match, ...hit }: TicketHit) => ({
  ...hit,
  match: { text: match.text, marks: [...match.marks] },
  openedAt: time(openedAt),
  lastMessageAt: time(lastMessageAt),
});
const presentMessage = ({ at, snippet, ...hit }: MessageHit) => ({
  ...hit,
  at: time(at),
  snippet: { text: snippet.text, marks: [...snippet.marks] },
});

export const searchVerbs: Pick<Verbs, 'search.everything' | 'search.messages'> = {
  'search.everything': async (caller, tx, { q, kinds, limit }) => {
    const eyes = eyesOf(caller);
    const wanted = (kind: 'contacts' | 'tickets' | 'messages') =>
      (kinds === undefined || [kinds].flat().includes(kind)) && caller.scopes.includes(`${kind}:read`);
    const contacts = wanted('contacts') ? await searchContacts(tx, q, limit, eyes) : [];
    const tickets = wanted('tickets') ? await searchTickets(tx, q, limit, eyes) : [];
    const messages = wanted('messages') ? await searchMessages(tx, q, { limit }, eyes) : [];
    return {
      contacts: contacts.map(({ match, ...hit }) => ({ ...hit, match: { text: match.text, marks: [...match.marks] } })),
      tickets: tickets.map(presentTicket),
      messages: messages.map(presentMessage),
    };
  },
  'search.messages': async (caller, tx, { q, conversationId, before, limit }) => {
    const hits = await searchMessages(tx, q, { limit, conversationId, before }, eyesOf(caller));
    const next = hits.length < limit ? null : (hits.at(-1)?.messageId ?? null);
    return { messages: hits.map(presentMessage), next };
  },
};
