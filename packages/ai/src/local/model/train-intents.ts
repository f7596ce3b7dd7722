import { FEATURE_BITS, type Features, featuresOf } from '../text/features-of.ts';
import { calibrate, type Judged } from './calibrate.ts';
import { chance, descend, type Labelled, score, shuffled, type Weights } from './descend.ts';
import { type IntentExample, OUTSIDE } from './examples.ts';
import { type IntentModel, type ModelParts, modelOf } from './intent-model.ts';
import { weigh } from './weigh.ts';

const SEED = 20_261_121;
/** A piece that came once says nothing about the next text. */
const PIECES_SEEN = 2;
const FOLDS = 3;

interface Vocabulary {
  readonly table: Int32Array;
  readonly rarity: Float32Array;
}

interface Known {
  readonly features: Features;
  readonly label: number;
}

function vocabularyOf(known: readonly Known[]): Vocabulary {
  const seen = new Int32Array(1 << FEATURE_BITS);
  const words = new Uint8Array(1 << FEATURE_BITS);
  for (const { features } of known) {
    for (const id of [...features.words, ...features.concepts]) {
      seen[id] = (seen[id] ?? 0) + 1;
      words[id] = 1;
    }
    for (const id of features.pieces) seen[id] = (seen[id] ?? 0) + 1;
  }
  const table = new Int32Array(1 << FEATURE_BITS);
  const rarity: number[] = [];
  for (let id = 0; id < seen.length; id++) {
    const times = seen[id] ?? 0;
    if (times < (words[id] === 1 ? 1 : PIECES_SEEN)) continue;
    rarity.push(Math.log((1 + known.length) / (1 + times)) + 1);
    table[id] = rarity.length;
  }
  return { table, rarity: Float32Array.from(rarity) };
}

/** Rare intents count more, or nobody would ever be understood to mean them. */
function countsOf(known: readonly Known[], classes: number): number[] {
  const each = new Array<number>(classes).fill(0);
  for (const { label } of known) each[label] = (each[label] ?? 0) + 1;
  const mean = known.length / classes;
  return each.map((count) => Math.min(4, Math.max(0.5, Math.sqrt(mean / Math.max(1, count)))));
}

function fit(known: readonly Known[], classes: number): { vocabulary: Vocabulary; weights: Weights } {
  const vocabulary = vocabularyOf(known);
  const counts = countsOf(known, classes);
  const labelled: Labelled[] = known.map(({ features, label }) => ({
    vector: weigh(features, vocabulary.table, vocabulary.rarity),
    label,
    counts: counts[label] ?? 1,
  }));
  return { vocabulary, weights: descend(labelled, vocabulary.rarity.length, classes, SEED) };
}

/** Each sentence judged by a model that had not seen it. */
function judgeFolds(known: readonly Known[], classes: number): Judged[] {
  const order = shuffled(known, chance(SEED));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { vocabulary, weights } = fit(
      order.filter((_, at) => at % FOLDS !== fold),
      classes,
    );
    return order
      .filter((_, at) => at % FOLDS === fold)
      .map(({ features, label }) => {
        const scores = new Float64Array(classes);
        score(weights.rows, classes, weigh(features, vocabulary.table, vocabulary.rarity), scores);
        return { scores, label };
      });
  }).flat();
}

function small({ rows, classes }: Weights): { weights: Int8Array; scales: Float32Array } {
  const most = new Float32Array(classes);
  for (let at = 0; at < rows.length; at++)
    most[at % classes] = Math.max(most[at % classes] ?? 0, Math.abs(rows[at] ?? 0));
  const scales = most.map((value) => (value || 1) / 127);
  return { weights: Int8Array.from(rows, (value, at) => Math.round(value / (scales[at % classes] ?? 1))), scales };
}

/** The same examples give the same model, whoever trains it. */
export function trainIntents(examples: readonly IntentExample[]): IntentModel & { readonly parts: ModelParts } {
  const classes = [...new Set([...examples.map(({ intent }) => intent), OUTSIDE])].sort();
  const labels = new Map(classes.map((intent, label) => [intent, label]));
  const known = examples.map(({ text, intent }) => ({ features: featuresOf(text), label: labels.get(intent) ?? 0 }));
  const temperature = calibrate(judgeFolds(known, classes.length));
  const { vocabulary, weights } = fit(known, classes.length);
  return modelOf({ classes, ...vocabulary, ...small(weights), temperature });
}
