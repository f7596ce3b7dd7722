import type { Features } from '../text/features-of.ts';

/** Which row of the model a feature has; 0: none. */
export type Rows = Int32Array | Uint16Array;

/** A text as the model sees it: rows, and how much each counts. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** The lengths of the three parts of a text. Words say more than pieces; pieces say it in spite of typos. */
const WORDS_COUNT = 1.4;
const PIECES_COUNT = 1;
const CONCEPTS_COUNT = 0.7;

export function weigh(features: Features, rows: Rows, rarity: ArrayLike<number>): Vector {
  const found: number[] = [];
  const values: number[] = [];
  const take = (ids: Int32Array, counts: number) => {
    const from = found.length;
    let squares = 0;
    for (const id of ids) {
      const row = rows[id] ?? 0;
      const value = row === 0 ? 0 : (rarity[row - 1] ?? 0);
      squares += value === 0 ? 1 : value * value;
      if (row === 0) continue;
      found.push(row - 1);
      values.push(value);
    }
    const scale = squares === 0 ? 0 : counts / Math.sqrt(squares);
    for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
  };
  take(features.words, WORDS_COUNT);
  take(features.pieces, PIECES_COUNT);
  take(features.concepts, CONCEPTS_COUNT);
  return { rows: Int32Array.from(found), values: Float32Array.from(values) };
}
