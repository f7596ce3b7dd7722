import type { Models } from '@balcao/ai/port';
import type { PromptInForce } from '../../governance/index.ts';

/** A try in the console: nothing is noted or kept, no tool runs, only money that is spent is booked. */
export interface Trial {
  /** A draft in place of the prompt in force. */
  readonly prompt?: PromptInForce | undefined;
  /** Whether the request's contact is somebody. */
  readonly withMemory: boolean;
}

export interface DraftDeps {
  readonly models: Models;
  readonly trial?: Trial | undefined;
}
