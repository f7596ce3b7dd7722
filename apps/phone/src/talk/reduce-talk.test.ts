import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chatKey, noTalk, reduceTalk, type Talk, type TalkEvent } from './reduce-talk.ts';
import type { Chat, Message, State } from './types.ts';

const message = (id: number, customerId: string, status: Message['status']): Message => ({
  id: `wamid.${id}`,
  phoneNumberId: 'n',
  customerId,
  author: 'business',
  at: id,
  type: 'text',
  content: { text: { body: `${id}` } },
  status,
  times: {},
  reactions: {},
});
const chat = (customerId: string, unread: number): Chat => ({
  phoneNumberId: 'n',
  customerId,
  lastAt: 0,
  unread,
  typingUntil: 0,
});
const stateOf = (messages: Message[], chats: Chat[]): State => ({
  cursor: 'x-0',
  now: Date.now(),
  numbers: [],
  customers: [],
  chats,
  messages,
});
const shown = ({ chats, messages }: Talk) => ({ chats, messages });

/** What a server that applies the same events would send to a page that comes anew. */
function freshState(events: TalkEvent[]): State {
  const messages = new Map<string, Message>();
  const chats = new Map<string, Chat>();
  for (const event of events) {
    if (event.type === 'message') messages.set(event.message.id, event.message);
    if (event.type === 'chat') chats.set(event.chat.customerId, event.chat);
    if (event.type === 'reset') for (const known of [messages, chats]) known.clear();
  }
  return stateOf([...messages.values()], [...chats.values()]);
}

const people = fc.constantFrom('ana', 'zé');
const anyEvent: fc.Arbitrary<TalkEvent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(6), fc.constantFrom<Message['status']>('sent', 'delivered', 'read'))
      .map(
        ([id, status]): TalkEvent => ({ type: 'message', message: message(id, id % 2 === 0 ? 'ana' : 'zé', status) }),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(people, fc.nat(9))
      .map(([who, unread]): TalkEvent => ({ type: 'chat', chat: chat(who, unread) })),
  },
  { weight: 1, arbitrary: fc.constant<TalkEvent>({ type: 'reset' }) },
);

test('an old state and its events give what a freshly fetched state gives', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.nat(40), (events, cut) => {
      const old = reduceTalk(noTalk, { type: 'state', state: freshState(events.slice(0, cut)) });
      const followed = events.slice(cut).reduce(reduceTalk, old);
      const fresh = reduceTalk(noTalk, { type: 'state', state: freshState(events) });
      expect(shown(followed)).toEqual(shown(fresh));
    }),
  );
});

test('talks of two people never mix', () => {
  const talk = [message(1, 'ana', 'sent'), message(2, 'zé', 'sent')].reduce<Talk>(
    (before, one) => reduceTalk(before, { type: 'message', message: one }),
    noTalk,
  );
  expect(talk.messages[chatKey('n', 'ana')]?.map((one) => one.id)).toEqual(['wamid.1']);
  expect(talk.messages[chatKey('n', 'zé')]?.map((one) => one.id)).toEqual(['wamid.2']);
});
