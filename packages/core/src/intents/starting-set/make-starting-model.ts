import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { MODEL_FORMAT } from '@balcao/ai/local';
import { train } from '../learning/train.ts';
import type { Evaluation } from '../types.ts';
import { readStartingSet } from './read-starting-set.ts';

export interface Facts {
  readonly version: string;
  readonly evaluation: Evaluation;
}

/** The starting set learned anew: the model, and what goes before it in its file. */
export function makeStartingModel(): { readonly model: Uint8Array; readonly facts: Facts } {
  const { model, evaluation } = train({ examples: readStartingSet(), own: 0 });
  // Of what is in it: another zlib packs the same otherwise.
  const fingerprint = createHash('sha256').update(inflateRawSync(model)).digest('hex').slice(0, 8);
  return { model, facts: { version: `${MODEL_FORMAT}.${fingerprint}`, evaluation } };
}
