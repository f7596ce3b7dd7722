import { detectAttack, finished, normalise, readMood } from '@balcao/ai/local';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { OUTSIDE } from '../definitions.ts';
import { loadClassifier } from '../load-classifier.ts';

const RANKED = 5;

/** What would be understood in a sentence, and by what; below the threshold it is nothing. */
export async function trySentence(ctx: WorkspaceCtx, tx: Tx, text: string, threshold: number) {
  const { version, classify } = await loadClassifier(ctx, tx);
  const { ranking, intent, confidence } = classify(text);
  const { anger, wantsHuman } = readMood(text);
  return {
    version,
    normal: normalise(text),
    understood: { intent: confidence < threshold ? OUTSIDE : intent, confidence },
    ranking: ranking.slice(0, RANKED),
    attack: detectAttack(text).attack,
    anger,
    wantsHuman,
    finished: finished(text),
  };
}
