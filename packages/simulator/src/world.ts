import type { EventFeed } from './events.ts';
import type { FaultBox } from './faults/fault-box.ts';
import type { Pace } from './graph/messages/pace.ts';
import type { Chat, ChatMessage, Customer, Media, NumberState, Template } from './model.ts';
import type { Keep, Retry, Rules, SimulatorClock, Walk } from './options.ts';
import type { Ring } from './ring.ts';
import type { Webhooks } from './webhooks/delivery.ts';

/** All that one simulator knows. Every verb takes it first. */
export interface World {
  readonly clock: SimulatorClock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly now: () => number;
  readonly log: (line: string) => void;
  readonly keep: Keep;
  readonly retry: Retry;
  readonly walk: Walk;
  readonly rules: Rules;
  readonly fetchLinks: boolean;
  readonly freeServiceMessages: number;
  readonly numbers: Map<string, NumberState>;
  readonly customers: Map<string, Customer>;
  /** Persons' keys of numbers that their owners have left: nothing reaches them any more. */
  readonly leftNumbers: Set<string>;
  readonly chats: Map<string, Chat>;
  readonly messages: Ring<ChatMessage>;
  readonly media: Ring<Media>;
  readonly templates: Map<string, Template>;
  readonly subscribed: Set<string>;
  readonly feed: EventFeed;
  readonly faults: FaultBox;
  readonly webhooks: Webhooks;
  readonly pairPace: Pace;
  numberPace: { pace: Pace; perSecond: number } | null;
  readonly stop: AbortController;
  /** Statuses still walking; `idle` waits for none. */
  walking: number;
  mediaBytes: number;
  /** Where clients reach us; learnt from their requests when not given. */
  baseUrl: string;
  /** Called after every change that a restart should remember. */
  changed: () => void;
}

export const chatKey = (phoneNumberId: string, customerId: string): string => `${phoneNumberId} ${customerId}`;

export function openChat(world: World, phoneNumberId: string, customerId: string): Chat {
  const key = chatKey(phoneNumberId, customerId);
  const known = world.chats.get(key);
  if (known) return known;
  const chat: Chat = { phoneNumberId, customerId, lastAt: 0, unread: 0, windowUntil: 0, typingUntil: 0 };
  world.chats.set(key, chat);
  return chat;
}

export function publish(world: World, type: 'message' | 'chat' | 'customer' | 'number', data: object): void {
  world.feed.publish(world.now(), type, data);
  world.changed();
}
