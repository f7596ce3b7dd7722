import { type IntentExample, learnIntents, writeModel } from '@balcao/ai/local';
import type { Evaluation } from '../types.ts';
import { evaluate } from './evaluate.ts';

export interface Material {
  readonly examples: readonly IntentExample[];
  /** So many of the last are the company's own. */
  readonly own: number;
}

export interface Trained {
  readonly model: Uint8Array;
  readonly evaluation: Evaluation;
}

export function train({ examples, own }: Material): Trained {
  const { model, judged } = learnIntents(examples);
  return { model: writeModel(model), evaluation: evaluate(examples, judged, own) };
}
