import type { Json } from '../../port/index.ts';
import { clean } from './values.ts';

const maxDepth = 8;
const maxNodes = 400;
const maxKey = 128;
const maxString = 2_000;
const maxExcerpt = 500;

/** A bounded copy of foreign JSON that PostgreSQL's jsonb will take: what is too deep or too much is left out. */
export function cleanJson(value: unknown): Json {
  return copy(value, maxDepth, { nodes: maxNodes });
}

/** The start of it, for a person who looks why something was not understood. */
export function excerpt(value: unknown): string {
  return clean(JSON.stringify(copy(value, 5, { nodes: 60 })), maxExcerpt);
}

function copy(value: unknown, depth: number, left: { nodes: number }): Json {
  left.nodes -= 1;
  if (typeof value === 'string') return clean(value, maxString);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === 0) return '…';
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      if (left.nodes <= 0) break;
      items.push(copy(item, depth - 1, left));
    }
    return items;
  }
  const out: Record<string, Json> = {};
  for (const key in value) {
    if (left.nodes <= 0) break;
    // Written as a plain property it would become the copy's prototype.
    if (key === '__proto__') continue;
    out[clean(key, maxKey)] = copy((value as Record<string, unknown>)[key], depth - 1, left); // an object by the lines above
  }
  return out;
}
