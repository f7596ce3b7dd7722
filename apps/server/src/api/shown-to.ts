import type { OperationName } from '@balcao/contract';
import type { Shown } from '@balcao/core/access';
import { isUuid } from '@balcao/kernel';

type Fields = Readonly<Record<string, unknown>>;
/** Undefined: nobody was shown anything. */
type Teller = (input: Fields, answer: Fields) => Shown | undefined;

const idOf = (...candidates: readonly unknown[]): string | undefined => candidates.find(isUuid);
const first = (list: unknown): Fields => (Array.isArray(list) ? ((list[0] as Fields | undefined) ?? {}) : {}); // rows of an answer
const about =
  (action: Shown['action'], subjectKind: string, ...names: readonly string[]): Teller =>
  (input) => ({ action, subjectKind, subjectId: idOf(...names.map((name) => input[name])) });

const messages: Teller = (input, answer) => {
  if (isUuid(input['contactId']))
    return { action: 'read.messages', subjectKind: 'contact', subjectId: input['contactId'] };
  const subjectId = idOf(input['conversationId'], first(answer['messages'])['conversationId']);
  return { action: 'read.messages', subjectKind: 'conversation', subjectId };
};

const contact = about('read.contact', 'contact', 'contactId', 'id');
const inbox: Teller = () => ({ action: 'read.inbox' });
const imported = about('read.import', 'import', 'importId');
const ticket: Teller = (input, answer) => ({
  action: 'read.ticket',
  subjectKind: 'ticket',
  subjectId: idOf(
    input['ticketId'],
    (answer['ticket'] as Fields | undefined)?.['ticketId'],
    first(answer['notes'])['ticketId'],
  ),
});

/** Reads of personal data, by the operation's name: what the access log tells of them. Ids only. */
const tellers: Readonly<Partial<Record<OperationName, Teller>>> = {
  'contacts.get': contact,
  'contacts.history': contact,
  'contacts.opt-ins': contact,
  'contact-notes.list': contact,
  'memory.show': contact,
  // What goes along of a contact is in the prompt that is shown.
  'bot.try': (input) => (isUuid(input['contactId']) ? contact(input, {}) : undefined),
  'contacts.find': (_input, answer) => ({
    action: 'read.contact',
    subjectKind: 'contact',
    subjectId: idOf(first(answer['contacts'])['id']),
  }),
  'contacts.list': () => ({ action: 'read.contacts' }),
  'intents.to-label': messages,
  'inbox.list': inbox,
  'conversations.list': inbox,
  'notifications.list': inbox,
  'tickets.get': ticket,
  'tickets.history': ticket,
  'notes.list': ticket,
  'tickets.of-contact': contact,
  // Its link is the way to the file; that it is being made shows nobody.
  'exports.get': (input, answer) => {
    const link = (answer['link'] ?? null) !== null;
    return link ? { action: 'read.export', subjectKind: 'export', subjectId: idOf(input['exportId']) } : undefined;
  },
  'imports.preview': imported,
  'imports.errors': imported,
  'imports.errors-file': imported,
  'messages.list': messages,
  'messages.thread': messages,
  'scheduled.list': messages,
  'search.everything': () => ({ action: 'read.search' }),
  'search.messages': () => ({ action: 'read.search' }),
  'media.link': about('read.media', 'media', 'mediaId'),
};

export function shownTo(name: OperationName, input: unknown, answer: unknown): readonly Shown[] {
  const shown = tellers[name]?.(input as Fields, answer as Fields); // both are objects by the contract
  return shown === undefined ? [] : [shown];
}
