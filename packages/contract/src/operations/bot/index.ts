import { botMetrics, botTurnsOfConversation, botTurnsReplay, handoffsOfConversation } from './talks.ts';

export type { BotHandoff, BotState, BotTurn, HandoffReason } from './talks.ts';

/** Declared in the files beside, one for each resource. */
export const botOperations = {
  [botTurnsOfConversation.name]: botTurnsOfConversation,
  [botTurnsReplay.name]: botTurnsReplay,
  [handoffsOfConversation.name]: handoffsOfConversation,
  [botMetrics.name]: botMetrics,
} as const;
