import type { Tx, WorkspaceCtx } from '@balcao/db';
import { packVector } from './embed-chunks.ts';
import type { KeptVectors } from './kept-vectors.ts';
import { keptVectors } from './kept-vectors.ts';

export interface QuestionVector {
  /** As the vendor names it. */
  readonly model: string;
  readonly vector: readonly number[];
}

/** Chunk → 0..1: how far it stands out from the others in being near to the question. */
export type Nearness = ReadonlyMap<string, number>;

const MOST = 12;
const FEW = 8;

/**
 * Models differ in how near everything is to everything, so nearness counts against the company's other chunks: by chance the
 * nearest of n stands about √(2·ln n) deviations out.
 */
export async function nearChunks(
  ctx: WorkspaceCtx,
  tx: Tx,
  { model, vector }: QuestionVector,
  state: string,
): Promise<Nearness> {
  const packed = packVector(vector);
  if (packed === undefined) return new Map();
  const kept = await keptVectors(ctx, tx, { model, size: vector.length, state });
  if (kept === undefined || kept.ids.length === 0) return new Map();
  return standOut(kept, new Float32Array(new Uint8Array(packed).buffer));
}

function standOut({ ids, numbers, size }: KeptVectors, question: Float32Array): Nearness {
  const near = new Float32Array(ids.length);
  let [sum, squares] = [0, 0];
  for (let n = 0, at = 0; n < ids.length; n++) {
    let dot = 0;
    for (let i = 0; i < size; i++, at++) dot += (numbers[at] as number) * (question[i] as number); // within bounds
    near[n] = dot;
    sum += dot;
    squares += dot * dot;
  }
  const mean = sum / ids.length;
  const deviation = Math.max(0.03, Math.sqrt(Math.max(0, squares / ids.length - mean * mean)));
  const byChance = Math.sqrt(2 * Math.log(ids.length));
  const best = [...near.keys()].sort((a, b) => (near[b] ?? 0) - (near[a] ?? 0)).slice(0, MOST);
  return new Map(
    best.map((place) => {
      const out = ((near[place] ?? 0) - mean) / deviation - byChance;
      // Among a few there is nothing to stand out from: then it is as near as it is.
      const much = ids.length < FEW ? ((near[place] ?? 0) - 0.7) * 10 : 3 * (out + 0.1);
      return [ids[place] ?? '', 1 / (1 + Math.exp(-much))];
    }),
  );
}
