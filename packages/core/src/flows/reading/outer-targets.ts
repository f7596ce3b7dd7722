import type { Path } from './problem.ts';
import { isRecord } from './read-shape.ts';

/** Steps that are named outside of steps: the start, words that always hold, and what intents lead to. */
export function outerPaths(raw: Readonly<Record<string, unknown>>): { path: Path; to: string }[] {
  const named: { path: Path; to: string }[] = [{ path: ['start'], to: String(raw.start) }];
  if (Array.isArray(raw.always))
    raw.always.forEach((line: unknown, n) => {
      if (isRecord(line)) named.push({ path: ['always', n, 'goto'], to: String(line.goto) });
    });
  const assistant = isRecord(raw.assistant) ? raw.assistant : {};
  if (typeof assistant.menu === 'string') named.push({ path: ['assistant', 'menu'], to: assistant.menu });
  for (const [intent, route] of Object.entries(isRecord(assistant.intents) ? assistant.intents : {}))
    if (isRecord(route) && typeof route.goto === 'string')
      named.push({ path: ['assistant', 'intents', intent, 'goto'], to: route.goto });
  return named;
}

/** Puts a value where a path leads; the path was read from the very same thing. */
export function setAt(holder: unknown, path: Path, value: unknown): void {
  const [key = '', ...rest] = path;
  const record = holder as Record<string | number, unknown>; // by the line above
  if (rest.length === 0) record[key] = value;
  else setAt(record[key], rest, value);
}
