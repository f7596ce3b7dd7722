import type { ConfigFault } from './config-fault.ts';
import { variableNames } from './variables.ts';

const known = new Set<string>(variableNames.flatMap((name) => [name, `${name}_FILE`]));
/** Shorter names are too close to everything: HOST and HOME, PORT and PATH. */
const shortest = 6;

/** Variables that nobody knows and that look like one of ours, such as DATABSE_URL. */
export function findMisspelt(names: readonly string[]): ConfigFault[] {
  return names.flatMap((name) => {
    if (known.has(name) || name.length < shortest || name.length > 40 || !/^[A-Z0-9_]+$/i.test(name)) return [];
    const upper = name.toUpperCase();
    const meant = [...known].find((candidate) => candidate.length >= shortest && isClose(upper, candidate));
    return meant === undefined ? [] : [{ name, sentence: `is not a setting and is ignored. Did you mean ${meant}?` }];
  });
}

/** At most two letters wrong, missing, too many or swapped. */
function isClose(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return at(last, b.length) <= 2;
}

const at = (row: readonly number[], j: number) => row[j] ?? Number.POSITIVE_INFINITY;
