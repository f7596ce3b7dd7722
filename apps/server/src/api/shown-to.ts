import type { OperationName } from '@balcao/contract';
import type { Shown } from '@balcao/core/access';
import { isUuid } from '@balcao/kernel';

type Fields = Readonly<Record<string, unknown>>;
type Teller = (input: Fields, answer: Fields) => Shown;

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

/** Reads of personal data, by the operation's name: what the access log tells of them. Ids only. */
const tellers: Readonly<Partial<Record<OperationName, Teller>>> = {
  'contacts.get': about('read.contact', 'contact', 'id', 'contactId'),
  'contacts.history': about('read.contact', 'contact', 'contactId', 'id'),
  'contacts.find': (_input, answer) => ({
    action: 'read.contact',
    subjectKind: 'contact',
    subjectId: idOf(first(answer['contacts'])['id']),
  }),
  'contacts.list': () => ({ action: 'read.contacts' }),
  'exports.start': (_input, answer) => ({ action: 'read.export', subjectKind: 'export', subjectId: exportOf(answer) }),
  'exports.get': about('read.export', 'export', 'id', 'exportId'),
  'messages.list': messages,
  'messages.thread': messages,
  'search.everything': () => ({ action: 'read.search' }),
  'search.messages': () => ({ action: 'read.search' }),
  'media.link': about('read.media', 'media', 'mediaId'),
};

const exportOf = (answer: Fields): string | undefined =>
  idOf(answer['exportId'], answer['id'], (answer['export'] as Fields | undefined)?.['id']);

export function shownTo(name: OperationName, input: unknown, answer: unknown): readonly Shown[] {
  const teller = tellers[name];
  return teller === undefined ? [] : [teller(input as Fields, answer as Fields)]; // both are objects by the contract
}
