export { advance, type FlowEffect, type FlowTransition, type FlowTurn, type SessionState } from './advance.ts';
export { decideTurn, type TurnDecision, type TurnFacts, type TurnMessage } from './decide-turn.ts';
export type { Flow } from './flow.ts';
export { takeTurnJob } from './jobs.ts';
export { parseFlow } from './parse-flow.ts';
export { takeTurns } from './take-turns.ts';
export {
  giveUpTurn,
  MAX_TURN_ATTEMPTS,
  type PostponedTurn,
  postponeFailedTurn,
  retryTurn,
  turnsDue,
} from './turn-work.ts';
