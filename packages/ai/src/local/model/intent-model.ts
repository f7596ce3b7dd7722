import { featuresOf } from '../text/features-of.ts';
import { score, softmax } from './descend.ts';
import type { Classified } from './examples.ts';
import { weigh } from './weigh.ts';

/** What a trained model is made of; see `writeModel` for how it is kept. */
export interface ModelParts {
  readonly classes: readonly string[];
  /** Row + 1 of each feature that counts; 0: it does not. */
  readonly table: Int32Array;
  readonly rarity: Float32Array;
  /** One row a feature, one small number a class. */
  readonly weights: Int8Array;
  /** What the small numbers of a class are multiplied with. */
  readonly scales: Float32Array;
  readonly temperature: number;
}

export interface IntentModel {
  readonly intents: readonly string[];
  readonly parts: ModelParts;
  classify(text: string): Classified;
}

export function modelOf(parts: ModelParts): IntentModel {
  const { classes, table, rarity, weights, scales, temperature } = parts;
  const scores = new Float64Array(classes.length);
  return {
    intents: classes,
    parts,
    classify(text) {
      score(weights, classes.length, weigh(featuresOf(text), table, rarity), scores);
      for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) * (scales[k] ?? 0);
      softmax(scores, temperature);
      const ranking = classes
        .map((intent, k) => ({ intent, confidence: scores[k] ?? 0 }))
        .sort((a, b) => b.confidence - a.confidence);
      const [best] = ranking;
      if (best === undefined) throw new Error('a model has classes');
      return { ...best, ranking };
    },
  };
}
