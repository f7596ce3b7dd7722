import { plain } from './plain.ts';

export type Value = string | number | boolean | null | readonly string[];

/** What an expression or a template can see. */
export interface Scope {
  readonly vars: Readonly<Record<string, string>>;
  readonly message: { readonly text: string; readonly kind: string; readonly choice: string };
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly tags: readonly string[];
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly hours: { readonly open: boolean };
  /** `today` is a date as 2026-11-21; `weekday` 1 is Monday. */
  readonly now: { readonly today: string; readonly hour: number; readonly weekday: number };
}

const numeric = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/;

export function asNumber(value: Value): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && numeric.test(value) ? Number(value) : undefined;
}

export function asText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(', ');
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toFixed(6))) : '';
  return String(value);
}

export function asTruth(value: Value): boolean {
  if (typeof value === 'string') return value !== '' && value !== 'false' && value !== '0';
  return typeof value === 'object' ? value !== null && value.length > 0 : Boolean(value);
}

/** Numbers as numbers, words without minding accents and capitals. */
export function same(a: Value, b: Value): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return asTruth(a) === asTruth(b);
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return x === y;
  const [s, t] = [asText(a), asText(b)];
  return s === t || (plain(s) === plain(t) && plain(s) !== '');
}

/** Below zero, zero or above; undefined when the two cannot be put in order. */
export function order(a: Value, b: Value): number | undefined {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return x - y;
  const [s, t] = [asText(a), asText(b)];
  if (s === '' || t === '') return undefined;
  return s < t ? -1 : s > t ? 1 : 0;
}

export function contains(a: Value, b: Value): boolean {
  const part = plain(asText(b));
  if (part === '') return false;
  if (typeof a === 'object' && a !== null) return a.some((one) => plain(one) === part);
  return ` ${plain(asText(a))} `.includes(` ${part} `) || plain(asText(a)).includes(part);
}

export function add(a: Value, b: Value): Value {
  const [x, y] = [asNumber(a), asNumber(b)];
  return x !== undefined && y !== undefined ? x + y : `${asText(a)}${asText(b)}`.slice(0, 4096);
}
