import { mask, shortHash } from './mask.ts';
import { maskError } from './mask-error.ts';
import { type FieldKind, fieldKind } from './sensitive-fields.ts';

const maxDepth = 8;
const maxItems = 50;
const maxFields = 100;
const maxValues = 2_000;
/** Text beyond the first is not read, beyond the second not recorded. */
const readLength = 64 * 1024;
const keptLength = 8 * 1024;

/** One walk over one value: how much it may still record, and what it is inside of. */
interface Walk {
  left: number;
  readonly above: object[];
}

/** A copy of `value` that can be recorded: see `mask`, and besides every text, name, telephone and secret by the name of its field. Never throws. */
export function maskDeep(value: unknown, field = ''): unknown {
  return maskValue(value, fieldKind(field), { left: maxValues, above: [] });
}

function maskValue(value: unknown, kind: FieldKind, walk: Walk): unknown {
  switch (typeof value) {
    case 'string':
      return maskString(value, kind);
    case 'number':
    case 'bigint':
      return maskNumber(value, kind);
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      return value === null ? null : maskObject(value, kind, walk);
    default:
      return `[${typeof value}]`;
  }
}

function maskString(text: string, kind: FieldKind): string {
  if (text === '') return text;
  if (kind === 'text') return `[text ${text.length}]`;
  if (kind === 'secret') return '[secret]';
  if (kind === 'personal') return `[personal ${text.length}]`;
  if (kind === 'phone' && (text.match(/\p{Nd}/gu)?.length ?? 0) > 4) return '[phone]';
  if (kind === 'trace' && /^[0-9a-f-]{16,55}$/.test(text)) return text;
  if (kind === 'id') return maskId(text);
  if (kind === 'measure' && /^1\d{9}(?:\d{3})?$/.test(text)) return text;
  const masked = mask(text.length > readLength ? text.slice(0, readLength) : text);
  return masked.length > keptLength ? `${masked.slice(0, keptLength)}… (${text.length} in all)` : masked;
}

/** Ids of ours are UUIDs, Meta's have 15 digits and more. Shorter digits may be a telephone. */
function maskId(text: string): string {
  if (/^\d{15,20}$/.test(text)) return text;
  if (/^[A-Z]{2}\.(?:ENT\.)?\w+$/.test(text)) return shortHash('bsuid', text);
  return mask(text.slice(0, 512));
}

function maskNumber(value: number | bigint, kind: FieldKind): unknown {
  if (typeof value === 'bigint') return maskNumber(Number(value), kind);
  if (kind === 'secret') return '[secret]';
  if (kind === 'personal' || kind === 'phone') return Math.abs(value) > 9_999 ? '[phone]' : value;
  if (kind === 'measure' || !Number.isInteger(value) || Math.abs(value) < 1e9) return value;
  // A moment, in seconds or milliseconds since 1970, of this century's first half.
  if ((value >= 1.5e9 && value < 1.9e9) || (value >= 1.5e12 && value < 2.5e12)) return value;
  return '[number]';
}

function maskObject(value: object, kind: FieldKind, walk: Walk): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[bytes ${value.byteLength}]`;
  if (walk.above.includes(value)) return '[again]';
  if (walk.above.length >= maxDepth || --walk.left < 0) return '[deep]';
  walk.above.push(value);
  try {
    if (value instanceof Error) return maskError(value, (inner) => maskValue(inner, 'plain', walk));
    if (value instanceof URL) return maskString(value.href, kind);
    if (Array.isArray(value)) return maskList(value, kind, walk);
    if (value instanceof Set) return maskList([...value], kind, walk);
    if (value instanceof Map) return maskFields([...value], kind, walk);
    if ('toJSON' in value && typeof value.toJSON === 'function') return maskValue(value.toJSON(), kind, walk);
    return maskFields(Object.entries(value), kind, walk);
  } catch {
    return '[unreadable]'; // a getter or toJSON threw: what it threw is not ours to record
  } finally {
    walk.above.pop();
  }
}

function maskList(items: readonly unknown[], kind: FieldKind, walk: Walk): unknown[] {
  const masked = items.slice(0, maxItems).map((item) => (--walk.left < 0 ? '[deep]' : maskValue(item, kind, walk)));
  if (items.length > maxItems) masked.push(`[and ${items.length - maxItems} more]`);
  return masked;
}

function maskFields(
  entries: readonly (readonly [unknown, unknown])[],
  outer: FieldKind,
  walk: Walk,
): Record<string, unknown> {
  const masked: Record<string, unknown> = {};
  for (const [key, item] of entries.slice(0, maxFields)) {
    if (--walk.left < 0) break;
    const name = String(key);
    masked[mask(name.slice(0, 256))] = maskValue(item, inherit(outer, fieldKind(name)), walk);
  }
  if (entries.length > maxFields) masked['…'] = entries.length - maxFields;
  return masked;
}

/** Inside a text or a secret every field is one, unless it says of itself that it is an id or a measure. */
function inherit(outer: FieldKind, own: FieldKind): FieldKind {
  if (outer === 'secret') return 'secret';
  return own === 'plain' && (outer === 'text' || outer === 'personal') ? outer : own;
}
