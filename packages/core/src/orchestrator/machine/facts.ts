import type { BotState, Language } from '@balcao/contract';
import type { Draft } from '../../answers/index.ts';
import type { Floor } from '../../conversations/index.ts';
import type { Flow, FlowContact, SessionState } from '../../flows/index.ts';

/** Times are milliseconds: facts are plain JSON, kept as they are and read back as they were. */
export interface TurnMessage {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly body: string | null;
  readonly content: unknown;
  /** When the provider says it was written. */
  readonly at: number;
  /** When it was taken in. */
  readonly takenAt: number;
}

/** What the company decided, as far as a turn needs it. */
export interface Policy {
  readonly version: string;
  /** Misses in a row before a person. */
  readonly failures: number;
  /** How angry a sentence has to sound; null: never. */
  readonly angerAt: number | null;
  /** Intents that go to a person at once. */
  readonly handoffIntents: readonly string[];
  readonly departmentId: string | null;
  readonly departments: Readonly<Record<string, string>>;
  readonly nudgeMs: number;
  readonly closeMs: number;
  readonly rating: boolean;
  readonly personName: string;
  readonly timeZone: string;
  readonly hours: { readonly open: boolean; readonly opensAt: number | null; readonly answerDueAt: number | null };
}

/** What was made of the words, in this process and without a network. */
export interface Understood {
  readonly intent: string;
  readonly confidence: number;
  /** At or above the threshold. */
  readonly sure: boolean;
  readonly version: string;
  readonly ranking: readonly { readonly intent: string; readonly confidence: number }[];
  readonly anger: number;
  readonly wantsHuman: boolean;
  readonly attack: boolean;
  readonly sensitive: string | null;
  /** They ask to see, or to have erased, what is remembered of them. */
  readonly memory: 'show' | 'erase' | null;
}

export type ErrandKind = 'answer' | 'http' | 'tool';

/** What was asked of the outside world for this talk, and what came of it. */
export interface ErrandFacts {
  readonly id: string;
  readonly kind: ErrandKind;
  readonly forSeq: number;
  readonly giveUpAt: number;
  readonly done: boolean;
  readonly result: unknown;
}

export interface Pending {
  /** What a yes means. */
  readonly what: 'person' | 'tool' | 'question' | 'erase';
  readonly tool?: string | undefined;
  readonly args?: unknown;
  readonly question?: string | undefined;
}

/** What the bot keeps in mind between turns. */
export interface Memory {
  readonly failures?: number | undefined;
  /** Turns since a person was last there, and when the last ones were. */
  readonly turns?: number | undefined;
  readonly recent?: readonly number[] | undefined;
  /** The customer's last words and how often they came in a row. */
  readonly last?: string | undefined;
  readonly same?: number | undefined;
  readonly pending?: Pending | undefined;
  readonly nudged?: boolean | undefined;
  /** A person resolved the ticket: the customer may be asked how it was. */
  readonly resolved?: boolean | undefined;
  /** What they first asked for in this talk, for the summary. */
  readonly wants?: string | undefined;
  /** The question under way. */
  readonly asking?: string | undefined;
  readonly intent?: string | undefined;
  readonly anger?: number | undefined;
  readonly tried?: readonly { readonly event: string; readonly text: string | null }[] | undefined;
}

export interface Session {
  readonly state: BotState;
  readonly flow?: SessionState | undefined;
  readonly memory: Memory;
  readonly watchAt: number | null;
}

export interface TurnFacts {
  readonly now: number;
  readonly mode: 'flow' | 'assistant';
  readonly floor: Floor;
  readonly floorSince: number | null;
  /** When the first message that wants an answer was taken in. */
  readonly askedAt: number;
  readonly windowUntil: number | null;
  readonly flow?: Flow | undefined;
  readonly session?: Session | undefined;
  readonly contactName?: string | undefined;
  readonly contact?: FlowContact | undefined;
  /** Are messages that came together answered as one? */
  readonly joined: boolean;
  readonly messages: readonly TurnMessage[];
  readonly language: Language;
  /** Consecutive bubbles become one message. */
  readonly joinBubbles: boolean;
  /** Absent where nothing but the flow speaks. */
  readonly policy?: Policy | undefined;
  readonly understood?: Understood | undefined;
  readonly errand?: ErrandFacts | undefined;
  /** An answer that is here already: no errand is needed. */
  readonly draft?: Draft | undefined;
  /** What is remembered of them, as they are told when they ask. */
  readonly remembered?: string | undefined;
  /** Has somebody taken the ticket? */
  readonly served?: boolean | undefined;
  /** How often this ticket went from the bot to people before. */
  readonly hops?: number | undefined;
}

export type { FetchResult, FlowRequest } from '../../flows/index.ts';
