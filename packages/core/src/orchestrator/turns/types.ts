import type { QueuedReply } from '../../messages/index.ts';
import type { StartedErrand } from '../errands/types.ts';
import type { Decision } from '../machine/decide.ts';
import type { TurnFacts } from '../machine/facts.ts';
import type { Talk } from './gather.ts';

export interface Decided {
  readonly talk: Talk;
  readonly facts: TurnFacts;
  readonly decision: Decision;
}

/** A decision with the ids that its effects get. */
export interface Acted extends Decided {
  readonly turnId: string;
  readonly replyIds: readonly string[];
}

export interface TurnsTaken {
  readonly queued: readonly QueuedReply[];
  /** What the outside world is to be asked: rows of bot_errands. */
  readonly errands: readonly StartedErrand[];
  /** Talks whose errand under way is of no more use. */
  readonly dropped: readonly string[];
  /** For the counters. */
  readonly turns: readonly TurnCounted[];
}

export interface TurnCounted {
  readonly mode: 'flow' | 'assistant';
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly by?: string | undefined;
  readonly handoff?: string | undefined;
}
