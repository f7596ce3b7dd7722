export { decideTurn, type TurnDecision, type TurnFacts, type TurnMessage } from './decide-turn.ts';
export { takeTurnJob } from './jobs.ts';
export { takeTurns } from './take-turns.ts';
export {
  giveUpTurn,
  MAX_TURN_ATTEMPTS,
  type PostponedTurn,
  postponeFailedTurn,
  retryTurn,
  turnsDue,
} from './turn-work.ts';
