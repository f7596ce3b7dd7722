import type { Language } from '@balcao/contract';
import type { Draft, Understanding } from '../../answers/index.ts';
import type { FetchResult, FlowRequest } from '../../flows/index.ts';
import type { ToolOutcome } from '../../tools/index.ts';
import type { ErrandKind } from '../machine/facts.ts';

/** A row of bot_errands, as the lane is told of it. */
export interface StartedErrand {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: ErrandKind;
  readonly giveUpAt: Date;
}

/** What the row keeps of what is asked. */
export type ErrandRequest =
  | {
      readonly kind: 'answer';
      readonly question: string;
      readonly messageId: string | null;
      /** The first of the messages that are answered: what was said before it is the history. */
      readonly fromSeq: number;
      readonly ticketId: string | null;
      readonly understanding: Understanding;
      readonly language: Language;
    }
  | {
      readonly kind: 'http';
      readonly messageId: string | null;
      readonly request: FlowRequest;
      readonly step: string;
    }
  | {
      readonly kind: 'tool';
      readonly messageId: string | null;
      readonly tool: string;
      readonly args: unknown;
      readonly language: Language;
    };

export interface ClaimedErrand {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: ErrandKind;
  readonly request: ErrandRequest;
  readonly giveUpAt: Date;
  readonly contactId: string;
  readonly channelId: string;
  /** The customer's message, as the provider calls it. */
  readonly providerId: string | null;
}

export type ErrandResult = Draft | FetchResult | ToolOutcome;
