import type { HistoryMessage, HistoryThread, SenderAddress } from '../../../port/index.ts';
import { addressOf, type ContactLookup, contactLookup, isNobody, problemsOf } from '../addresses.ts';
import { eachItem, type Place, unknown } from '../place.ts';
import { flag, identifier, integer, listOf, type Obj, objectOf, objectOrEmpty, phone, word } from '../values.ts';
import { messageFrame } from './message-frame.ts';
import { parseChange } from './parse-change.ts';

/** The phone app's past (coexistence): chunks of threads, a refusal, or, later, the media of messages that came as placeholders. */
export function parseHistory(value: Obj, place: Place): void {
  if (value['history'] === undefined && value['messages'] === undefined)
    unknown(place, 'history without a history', value);
  eachItem(value['history'], 'history', place, (chunk) => {
    const metadata = objectOrEmpty(chunk['metadata']);
    place.facts.push({
      fact: 'history',
      accountId: place.accountId,
      phoneNumberId: place.phoneNumberId,
      phase: integer(metadata['phase']),
      chunk: integer(metadata['chunk_order']),
      progress: integer(metadata['progress']),
      threads: threadsOf(chunk['threads'], place),
      errors: problemsOf(chunk['errors']),
    });
  });
  const threads = mediaThreads(value, place);
  if (threads.length > 0) {
    place.facts.push({ fact: 'history', accountId: place.accountId, phoneNumberId: place.phoneNumberId, threads });
  }
}

function threadsOf(value: unknown, place: Place): HistoryThread[] {
  const threads: HistoryThread[] = [];
  eachItem(value, 'threads', place, (thread) => {
    const context = objectOrEmpty(thread['context']);
    const person: SenderAddress = {
      waId: phone(thread['id'] ?? context['wa_id']),
      bsuid: identifier(thread['user_id'] ?? context['user_id']),
      parentBsuid: identifier(thread['parent_user_id'] ?? context['parent_user_id']),
      username: word(context['username']),
    };
    if (isNobody(person)) return 'thread of nobody';
    const messages: HistoryMessage[] = [];
    eachItem(thread['messages'], 'threads[].messages', place, (message) => {
      const fromBusiness = isFromBusiness(message, person, place);
      return addMessage(message, person, fromBusiness, messages, place);
    });
    threads.push({ person, messages });
    return undefined;
  });
  return threads;
}

function mediaThreads(value: Obj, place: Place): HistoryThread[] {
  const threads: HistoryThread[] = [];
  const lookup: ContactLookup = contactLookup(value['contacts'], listOf(value['messages']).length);
  eachItem(value['messages'], 'messages', place, (message) => {
    const fromBusiness =
      message['to'] !== undefined || (place.ownPhone !== undefined && phone(message['from']) === place.ownPhone);
    const person = fromBusiness
      ? addressOf(message['to'], message['to_user_id'], message['to_parent_user_id'], lookup)
      : addressOf(message['from'], message['from_user_id'], message['from_parent_user_id'], lookup);
    const messages: HistoryMessage[] = [];
    const reason = addMessage(message, person, fromBusiness, messages, place);
    if (messages.length > 0) threads.push({ person, messages });
    return reason;
  });
  return threads;
}

function addMessage(
  message: Obj,
  person: SenderAddress,
  fromBusiness: boolean,
  messages: HistoryMessage[],
  place: Place,
): string | undefined {
  const providerId = identifier(message['id']);
  if (providerId === undefined) return 'message without an id';
  const type = message['type'];
  if (type === 'edit' || type === 'revoke' || type === 'reaction') {
    return parseChange(type, providerId, message, { from: person, fromBusiness }, place);
  }
  const status = word(objectOf(message['history_context'])?.['status'], 32)?.toLowerCase();
  messages.push({ ...messageFrame(providerId, message), fromBusiness, status });
  return undefined;
}

/** Only what the business wrote has `to`; without it the sender tells, and a sender who is not the thread's person is the business. */
function isFromBusiness(message: Obj, person: SenderAddress, place: Place): boolean {
  const said = flag(objectOrEmpty(message['history_context'])['from_me']);
  if (said !== undefined) return said;
  if (message['to'] !== undefined || message['to_user_id'] !== undefined) return true;
  const from = phone(message['from']);
  if (from === undefined) return false;
  return from === place.ownPhone || (person.waId !== undefined && from !== person.waId);
}
