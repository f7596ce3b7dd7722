import type { BusinessNumber, Chat, Customer, Message, State } from './types.ts';

export interface Talk {
  ready: boolean;
  connected: boolean;
  /** The simulator's clock minus ours. */
  clockSkew: number;
  numbers: BusinessNumber[];
  customers: Customer[];
  chats: Record<string, Chat>;
  /** Of one chat, in order. */
  messages: Record<string, Message[]>;
}

export type TalkEvent =
  | { type: 'state'; state: State }
  | { type: 'connected'; connected: boolean }
  | { type: 'message'; message: Message }
  | { type: 'chat'; chat: Chat }
  | { type: 'customer'; customer: Customer }
  | { type: 'number'; number: BusinessNumber }
  | { type: 'reset' };

export const noTalk: Talk = {
  ready: false,
  connected: false,
  clockSkew: 0,
  numbers: [],
  customers: [],
  chats: {},
  messages: {},
};

export const chatKey = (numberId: string, customerId: string): string => `${numberId} ${customerId}`;

function upsert<T>(items: T[], item: T, same: (other: T) => boolean): T[] {
  const at = items.findLastIndex(same);
  return at === -1 ? [...items, item] : items.with(at, item);
}

function group(messages: Message[]): Record<string, Message[]> {
  const groups: Record<string, Message[]> = {};
  for (const message of messages) (groups[chatKey(message.phoneNumberId, message.customerId)] ??= []).push(message);
  return groups;
}

/** State and events give the same talk, in whatever order they come. */
export function reduceTalk(talk: Talk, event: TalkEvent): Talk {
  switch (event.type) {
    case 'state': {
      const { numbers, customers, chats, messages, now } = event.state;
      return {
        ready: true,
        connected: true,
        clockSkew: now - Date.now(),
        numbers,
        customers,
        chats: Object.fromEntries(chats.map((chat) => [chatKey(chat.phoneNumberId, chat.customerId), chat])),
        messages: group(messages),
      };
    }
    case 'connected':
      return talk.connected === event.connected ? talk : { ...talk, connected: event.connected };
    case 'message': {
      const { message } = event;
      const key = chatKey(message.phoneNumberId, message.customerId);
      const mine = upsert(talk.messages[key] ?? [], message, (other) => other.id === message.id);
      return { ...talk, messages: { ...talk.messages, [key]: mine } };
    }
    case 'chat':
      return {
        ...talk,
        chats: { ...talk.chats, [chatKey(event.chat.phoneNumberId, event.chat.customerId)]: event.chat },
      };
    case 'customer':
      return { ...talk, customers: upsert(talk.customers, event.customer, (other) => other.id === event.customer.id) };
    case 'number': {
      const { number } = event;
      const same = (other: BusinessNumber) => other.phoneNumberId === number.phoneNumberId;
      return { ...talk, numbers: upsert(talk.numbers, number, same) };
    }
    case 'reset':
      return { ...talk, chats: {}, messages: {} };
  }
}
