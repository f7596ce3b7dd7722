import { readFileSync } from 'node:fs';
import { type IntentModel, readModel } from '@balcao/ai/local';
import type { Evaluation } from '../types.ts';

/** The starting set as it was learned. */
export interface StartingModel {
  readonly version: string;
  readonly model: IntentModel;
  readonly evaluation: Evaluation;
}

/** What `npm run intents:train -w packages/core` wrote: the length of the facts, the facts as JSON, the model. */
export const startingFile = new URL('./starting-model.gen.bin', import.meta.url);

let kept: StartingModel | undefined;

export function startingModel(): StartingModel {
  if (kept !== undefined) return kept;
  const bytes = readFileSync(startingFile);
  const from = 4 + bytes.readUInt32LE(0);
  const facts = JSON.parse(bytes.toString('utf8', 4, from)) as Omit<StartingModel, 'model'>; // generated
  const model = readModel(bytes.subarray(from));
  if (model === undefined) throw new Error('the starting model is of another version of the program: train it again');
  kept = { ...facts, model };
  return kept;
}
