import { readFileSync } from 'node:fs';
import { type IntentModel, readModel } from '@balcao/ai/local';
import type { Evaluation } from '../types.ts';

/** What `npm run intents:train -w packages/core` wrote beside: the starting set as it was learned. */
export interface StartingModel {
  readonly version: string;
  readonly model: IntentModel;
  readonly evaluation: Evaluation;
}

let kept: StartingModel | undefined;

export const modelFile = new URL('./starting-model.gen.bin', import.meta.url);
export const factsFile = new URL('./starting-model.gen.json', import.meta.url);

export function startingModel(): StartingModel {
  if (kept !== undefined) return kept;
  const facts = JSON.parse(readFileSync(factsFile, 'utf8')) as Omit<StartingModel, 'model'>; // generated
  const model = readModel(readFileSync(modelFile));
  if (model === undefined) throw new Error('the starting model is of another version of the program: train it again');
  kept = { ...facts, model };
  return kept;
}
