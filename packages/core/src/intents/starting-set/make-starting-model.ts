import { createHash } from 'node:crypto';
import { MODEL_FORMAT } from '@balcao/ai/local';
import { type Trained, train } from '../learning/train.ts';
import type { Evaluation } from '../types.ts';
import { readStartingSet } from './read-starting-set.ts';

/** The starting set learned anew: the bytes of the model, and what goes beside it. */
export function makeStartingModel(): Pick<Trained, 'model'> & { facts: { version: string; evaluation: Evaluation } } {
  const { model, evaluation } = train({ examples: readStartingSet(), own: 0 });
  const fingerprint = createHash('sha256').update(model).digest('hex').slice(0, 8);
  return { model, facts: { version: `${MODEL_FORMAT}.${fingerprint}`, evaluation } };
}
