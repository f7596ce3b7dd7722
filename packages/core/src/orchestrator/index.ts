export { answerRequest } from './errands/answer-request.ts';
export { claimErrand } from './errands/claim-errand.ts';
export { finishErrand } from './errands/finish-errand.ts';
export { type ErrandLeft, sweepErrands } from './errands/sweep-errands.ts';
export type { ClaimedErrand, ErrandRequest, ErrandResult, StartedErrand } from './errands/types.ts';
export { apologise } from './failing/apologise.ts';
export { takeTurnJob } from './failing/jobs.ts';
export {
  giveUpTurn,
  MAX_TURN_ATTEMPTS,
  type PostponedTurn,
  postponeFailedTurn,
  retryTurn,
  turnsDue,
} from './failing/turn-work.ts';
export { readHandoffs } from './handoff/read-handoffs.ts';
export { type Decision, decide } from './machine/decide.ts';
export type { TurnFacts } from './machine/facts.ts';
export { measureBot } from './talks/measure-bot.ts';
export { readTalk } from './talks/read-talk.ts';
export { replayTalk } from './talks/replay-talk.ts';
export type { AnswerLocally } from './turns/decide-talks.ts';
export { policyOf } from './turns/policy-of.ts';
export { takeTurns } from './turns/take-turns.ts';
export type { TurnsTaken } from './turns/types.ts';
export { understand } from './turns/understand.ts';
export { wakeWatched } from './turns/wake-watched.ts';
