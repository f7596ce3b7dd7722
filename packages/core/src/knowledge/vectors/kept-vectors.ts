import type { Tx, WorkspaceCtx } from '@balcao/db';
import { vectorIds, vectorsOf } from './vector-rows.ts';

/** The vectors of one company's chunks, one after the other. */
export interface KeptVectors {
  readonly ids: readonly string[];
  readonly numbers: Float32Array;
  /** Numbers of one. */
  readonly size: number;
}

interface Kept extends KeptVectors {
  /** What is live, and which of it have vectors. */
  readonly state: string;
}

/** Of all companies in this process; a company with more of its own is compared by what its words find alone. */
const MOST_BYTES = 96 * 1024 * 1024;
const MOST_OF_ONE = 48 * 1024 * 1024;
const AT_ONCE = 500;

/** By database, company and model; the least used first. */
const kept = new WeakMap<WorkspaceCtx['db'], Map<string, Kept>>();

export async function keptVectors(
  ctx: WorkspaceCtx,
  tx: Tx,
  wanted: { readonly model: string; readonly size: number; readonly state: string },
): Promise<KeptVectors | undefined> {
  const all = kept.get(ctx.db) ?? new Map<string, Kept>();
  kept.set(ctx.db, all);
  const key = `${ctx.workspaceId} ${wanted.model}`;
  const before = all.get(key);
  all.delete(key);
  const now =
    before?.state === wanted.state && before.size === wanted.size ? before : await load(ctx, tx, wanted, before);
  if (now === undefined) return undefined;
  all.set(key, now);
  let bytes = [...all.values()].reduce((sum, { numbers }) => sum + numbers.byteLength, 0);
  for (const [name, { numbers }] of all) {
    if (bytes <= MOST_BYTES || name === key) break;
    all.delete(name);
    bytes -= numbers.byteLength;
  }
  return now;
}

/** Only what is new comes from the database: chunks never change but are replaced. */
async function load(
  ctx: WorkspaceCtx,
  tx: Tx,
  { model, size, state }: { readonly model: string; readonly size: number; readonly state: string },
  before: Kept | undefined,
): Promise<Kept | undefined> {
  const ids = (await tx.one<{ ids: string[] | null }>(vectorIds, [ctx.workspaceId, model]))?.ids ?? [];
  if (ids.length * size * 4 > MOST_OF_ONE) return undefined;
  const known = new Map(before?.size === size ? before.ids.map((id, place) => [id, place]) : []);
  const numbers = new Float32Array(ids.length * size);
  const missing: number[] = [];
  for (const [place, id] of ids.entries()) {
    const old = known.get(id);
    if (old === undefined || before === undefined) missing.push(place);
    else numbers.set(before.numbers.subarray(old * size, (old + 1) * size), place * size);
  }
  const placeOf = new Map(missing.map((place) => [ids[place], place]));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE).map((place) => ids[place]);
    for (const { id, vector } of await tx.rows<{ id: string; vector: Buffer }>(vectorsOf, [
      ctx.workspaceId,
      model,
      some,
    ])) {
      // Of another length it is of another model by the same name: it is near to nothing.
      if (vector.length !== size * 4) continue;
      const aligned = new Uint8Array(vector);
      numbers.set(new Float32Array(aligned.buffer), (placeOf.get(id) ?? 0) * size);
    }
  }
  return { ids, numbers, size, state };
}
