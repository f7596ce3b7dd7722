import type { Vector } from './weigh.ts';

export interface Weights {
  /** One row for each feature, in it one number for each class; a last row for what counts always. */
  readonly rows: Float32Array;
  readonly classes: number;
}

export interface Labelled {
  readonly vector: Vector;
  readonly label: number;
  readonly counts: number;
}

const EPOCHS = 8;
const RATE = 0.6;

/** The same numbers in the same order at every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T]; // both are within
  }
  return order;
}

/** How much speaks for each class, written into `into`. */
export function score(rows: Float32Array | Int8Array, classes: number, vector: Vector, into: Float64Array): void {
  into.fill(0);
  for (let n = 0; n < vector.rows.length; n++) {
    const from = (vector.rows[n] ?? 0) * classes;
    const value = vector.values[n] ?? 0;
    for (let k = 0; k < classes; k++) into[k] = (into[k] ?? 0) + value * (rows[from + k] ?? 0);
  }
}

export function softmax(scores: Float64Array, temperature = 1): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > most) most = value;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const value = Math.exp(((scores[k] ?? 0) - most) / temperature);
    scores[k] = value;
    sum += value;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum;
}

/** Multinomial logistic regression by stochastic descent; each feature slows down by itself (AdaGrad, one sum for each row). */
export function descend(labelled: readonly Labelled[], features: number, classes: number, seed: number): Weights {
  const rows = new Float32Array((features + 1) * classes);
  const seen = new Float32Array(features + 1);
  const scores = new Float64Array(classes);
  const random = chance(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { vector, label, counts } of shuffled(labelled, random)) {
      score(rows, classes, vector, scores);
      softmax(scores);
      scores[label] = (scores[label] ?? 0) - 1;
      let size = 0;
      for (let k = 0; k < classes; k++) size += (scores[k] ?? 0) ** 2;
      for (let n = 0; n < vector.rows.length; n++) {
        const row = vector.rows[n] ?? 0;
        const value = (vector.values[n] ?? 0) * counts;
        const sum = (seen[row] ?? 0) + value * value * size;
        seen[row] = sum;
        const step = (RATE * value) / Math.sqrt(sum + 1e-6);
        const from = row * classes;
        for (let k = 0; k < classes; k++) {
          const at = from + k;
          rows[at] = (rows[at] ?? 0) - step * (scores[k] ?? 0);
        }
      }
    }
  }
  return { rows, classes };
}
