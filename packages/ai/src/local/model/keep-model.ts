import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { FEATURE_BITS } from '../text/features-of.ts';
import { type IntentModel, modelOf } from './intent-model.ts';

/** Raised when texts are read otherwise than before: what was learned then means nothing now. */
export const MODEL_FORMAT = 1;

interface Head {
  readonly format: number;
  readonly classes: readonly string[];
  readonly temperature: number;
  readonly rows: number;
}

/** The length of the head, the head as JSON, which feature each row is, how rare it is, its numbers. */
export function writeModel({ parts }: IntentModel): Uint8Array {
  const { classes, table, rarity, weights, scales, temperature } = parts;
  const ids = new Uint32Array(rarity.length);
  for (let id = 0; id < table.length; id++) {
    const row = table[id] ?? 0;
    if (row > 0) ids[row - 1] = id;
  }
  const head: Head = { format: MODEL_FORMAT, classes, temperature, rows: rarity.length };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const bytes = (of: Uint32Array | Float32Array | Int8Array) => Buffer.from(of.buffer, of.byteOffset, of.byteLength);
  return deflateRawSync(Buffer.concat([length, json, bytes(ids), bytes(scales), bytes(rarity), bytes(weights)]), {
    level: 9,
  });
}

/** Undefined for what another version of the program wrote. */
export function readModel(kept: Uint8Array): IntentModel | undefined {
  const raw = inflateRawSync(kept);
  const from = 4 + raw.readUInt32LE(0);
  const head = JSON.parse(raw.toString('utf8', 4, from)) as Head; // written above
  if (head.format !== MODEL_FORMAT) return undefined;
  let at = from;
  const take = (length: number) => {
    const part = Uint8Array.from(raw.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  const ids = new Uint32Array(take(head.rows * 4));
  const scales = new Float32Array(take(head.classes.length * 4));
  const rarity = new Float32Array(take(head.rows * 4));
  const weights = new Int8Array(take((head.rows + 1) * head.classes.length));
  const table = new Int32Array(1 << FEATURE_BITS);
  ids.forEach((id, row) => {
    table[id] = row + 1;
  });
  return modelOf({ classes: head.classes, table, rarity, weights, scales, temperature: head.temperature });
}
