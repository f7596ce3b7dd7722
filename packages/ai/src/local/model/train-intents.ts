import { FEATURE_BITS, type Features, featuresOf } from '../text/features-of.ts';
import { calibrate } from './calibrate.ts';
import { chance, descend, type Labelled, score, shuffled, softmax, type Weights } from './descend.ts';
import { type IntentExample, type JudgedExample, OUTSIDE } from './examples.ts';
import { type IntentModel, modelOf } from './intent-model.ts';
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
  readonly at: number;
  readonly features: Features;
  readonly label: number;
  readonly counts: number;
}

interface Fitted extends Vocabulary {
  readonly weights: Weights;
}

function vocabularyOf(known: readonly Known[]): Vocabulary {
  const seen = new Int32Array(1 << FEATURE_BITS);
  const always = new Uint8Array(1 << FEATURE_BITS);
  const count = (ids: Int32Array, keep: 0 | 1) => {
    for (const id of ids) {
      seen[id] = (seen[id] ?? 0) + 1;
      if (keep === 1) always[id] = 1;
    }
  };
  for (const { features } of known) {
    count(features.words, 1);
    count(features.concepts, 1);
    count(features.pieces, 0);
  }
  const table = new Int32Array(1 << FEATURE_BITS);
  const rarity: number[] = [];
  for (let id = 0; id < seen.length; id++) {
    const times = seen[id] ?? 0;
    if (times < (always[id] === 1 ? 1 : PIECES_SEEN)) continue;
    rarity.push(Math.log((1 + known.length) / (1 + times)) + 1);
    table[id] = rarity.length;
  }
  return { table, rarity: Float32Array.from(rarity) };
}

/** Rare intents count more, or nobody would ever be understood to mean them. */
function countsOf(known: readonly Known[], classes: number): number[] {
  const each = Array.from({ length: classes }, () => 0);
  for (const { label, counts } of known) each[label] = (each[label] ?? 0) + counts;
  const mean = known.length / classes;
  return each.map((count) => Math.min(4, Math.max(0.5, Math.sqrt(mean / Math.max(1, count)))));
}

function fit(known: readonly Known[], classes: number): Fitted {
  const vocabulary = vocabularyOf(known);
  const perClass = countsOf(known, classes);
  const labelled: Labelled[] = known.map(({ features, label, counts }) => ({
    vector: weigh(features, vocabulary.table, vocabulary.rarity),
    label,
    counts: counts * (perClass[label] ?? 1),
  }));
  return { ...vocabulary, weights: descend(labelled, vocabulary.rarity.length, classes, SEED) };
}

interface Judged {
  readonly at: number;
  readonly scores: Float64Array;
  readonly label: number;
}

/** Each sentence judged by a model that had not seen it. */
function judgeFolds(known: readonly Known[], classes: number): Judged[] {
  const order = shuffled(known, chance(SEED));
  const within = (fold: number) => (_: Known, at: number) => at % FOLDS === fold;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const mine = within(fold);
    const { table, rarity, weights } = fit(
      order.filter((one, at) => !mine(one, at)),
      classes,
    );
    return order.filter(mine).map(({ at, features, label }) => {
      const scores = new Float64Array(classes);
      score(weights.rows, classes, weigh(features, table, rarity), scores);
      return { at, scores, label };
    });
  }).flat();
}

/** One byte for each number: a model of ours is some hundred kilobytes. */
function inBytes({ rows, classes }: Weights): { weights: Int8Array; scales: Float32Array } {
  const most = new Float32Array(classes);
  for (let at = 0; at < rows.length; at++)
    most[at % classes] = Math.max(most[at % classes] ?? 0, Math.abs(rows[at] ?? 0));
  const scales = most.map((value) => (value || 1) / 127);
  return { weights: Int8Array.from(rows, (value, at) => Math.round(value / (scales[at % classes] ?? 1))), scales };
}

function bestOf({ at, scores }: Judged, classes: readonly string[], temperature: number): JudgedExample {
  const chances = scores.slice();
  softmax(chances, temperature);
  const best = chances.reduce((top, value, k) => (value > (chances[top] ?? 0) ? k : top), 0);
  return { at, intent: classes[best] ?? OUTSIDE, confidence: chances[best] ?? 0 };
}

/** The model, and how each example was judged without having been learned: what its accuracy is measured on. */
export interface Learned {
  readonly model: IntentModel;
  readonly judged: readonly JudgedExample[];
}

/** The same examples in the same order give the same model, whoever trains it. */
export function learnIntents(examples: readonly IntentExample[]): Learned {
  const classes = [...new Set([...examples.map(({ intent }) => intent), OUTSIDE])].sort();
  const labels = new Map(classes.map((intent, label) => [intent, label]));
  const known = examples.map(({ text, intent, counts = 1 }, at) => ({
    at,
    features: featuresOf(text),
    label: labels.get(intent) ?? 0,
    counts,
  }));
  const judged = judgeFolds(known, classes.length);
  const temperature = calibrate(judged);
  const { weights, ...vocabulary } = fit(known, classes.length);
  return {
    model: modelOf({ classes, ...vocabulary, ...inBytes(weights), temperature }),
    judged: judged.map((one) => bestOf(one, classes, temperature)),
  };
}

export const trainIntents = (examples: readonly IntentExample[]): IntentModel => learnIntents(examples).model;
