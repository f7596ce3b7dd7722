import { readFileSync } from 'node:fs';
import type { IntentModel } from '../../model/intent-model.ts';
import { readModel } from '../../model/keep-model.ts';

/** What `npm run attacks:train -w packages/ai` wrote: attacks told from what customers say. */
export const attackModelFile = new URL('./attack-model.gen.bin', import.meta.url);

let kept: IntentModel | undefined;

/** How much it sounds like an attack by its words, 0 to 1. */
export function soundsLikeAttack(text: string): number {
  kept ??= readModel(readFileSync(attackModelFile));
  if (kept === undefined) throw new Error('the attack model is of another version of the program: train it again');
  return kept.classify(text).ranking.find(({ intent }) => intent === 'attack')?.confidence ?? 0;
}
