import { ApiProblem } from '../api/index.ts';
import { sayIn } from '../text/index.ts';
import { uiTexts } from './texts/texts.ts';

/** What to tell a person about an error: the server's own sentence, or that it cannot be reached. */
export function problemSentence(error: unknown): string {
  const say = sayIn(uiTexts);
  if (!(error instanceof ApiProblem)) return say('failed');
  if (error.code === 'unreachable' || error.problem === undefined) return say('unreachable');
  return error.problem.title;
}
