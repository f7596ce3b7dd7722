export { answerRequest } from './errands/answer-request.ts';
export { claimErrand } from './errands/claim-errand.ts';
export { finishErrand } from './errands/finish-errand.ts';
export { type ErrandLeft, sweepErrands } from './errands/sweep-errands.ts';
export type { ClaimedErrand, ErrandRequest, ErrandResult, StartedErrand } from './errands/types.ts';
export type { AnswerLocally } from './turns/decide-talks.ts';
export { takeTurnJob } from './turns/jobs.ts';
export { takeTurns } from './turns/take-turns.ts';
export {
  giveUpTurn,
  MAX_TURN_ATTEMPTS,
  type PostponedTurn,
  postponeFailedTurn,
  retryTurn,
  turnsDue,
} from './turns/turn-work.ts';
export type { TurnsTaken } from './turns/types.ts';
export { wakeWatched } from './turns/wake-watched.ts';
