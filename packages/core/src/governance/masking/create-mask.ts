import { latinDigits } from '@balcao/kernel';
import { findPersonal, tokenShape } from './find-personal.ts';

/** The personal data of one request: taken out of what leaves for a model, put back into what comes. */
export interface Mask {
  /** `meu CPF é 529.982.247-25` → `meu CPF é [CPF-1]`. The same value is the same everywhere in the request. */
  hide(text: string): string;
  /** Puts the values back; also within what a model wrote for a tool. */
  show(text: string): string;
  showIn(value: unknown): unknown;
  /** Something that stands for a value which nobody ever hid: a model made it up, or half of it. */
  strays(text: string): boolean;
  /** How many values are hidden. */
  readonly hidden: number;
}

const tokens = new RegExp(tokenShape, 'gi');

/** With masking off it changes nothing, and its face is the same. */
export function createMask(on: boolean): Mask {
  const byValue = new Map<string, string>();
  const byToken = new Map<string, string>();
  const counts = new Map<string, number>();

  const tokenFor = (kind: string, value: string): string => {
    const known = byValue.get(value);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const token = `[${kind}-${count}]`;
    byValue.set(value, token);
    byToken.set(token, value);
    return token;
  };
  const valueOf = (kind: string, count: string) => byToken.get(`[${kind.toUpperCase()}-${Number(count)}]`);
  const show = (text: string): string =>
    on ? text.replace(tokens, (match, kind: string, count: string) => valueOf(kind, count) ?? match) : text;

  return {
    hide(text) {
      if (!on) return text;
      const latin = latinDigits(text);
      let masked = '';
      let done = 0;
      for (const { kind, from, to } of findPersonal(latin)) {
        masked += latin.slice(done, from) + tokenFor(kind, latin.slice(from, to));
        done = to;
      }
      return masked + latin.slice(done);
    },
    show,
    showIn: (value) => showIn(value, show, 0),
    strays: (text) =>
      on && [...text.matchAll(tokens)].some(([, kind = '', count = '']) => valueOf(kind, count) === undefined),
    get hidden() {
      return byToken.size;
    },
  };
}

const DEEPEST = 20;

function showIn(value: unknown, show: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return show(value);
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => showIn(item, show, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, showIn(item, show, depth + 1)]));
}
