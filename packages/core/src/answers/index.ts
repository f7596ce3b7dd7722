export { answerLocally } from './answer-locally.ts';
export { draftAnswer } from './draft-answer.ts';
export type { DraftDeps, Trial } from './drafting/deps.ts';
export type {
  AnswerRequest,
  Attached,
  Draft,
  FailedWhy,
  Made,
  RefusedWhy,
  Said,
  Source,
  ToolUse,
  Understanding,
  UnsureWhy,
} from './types.ts';
