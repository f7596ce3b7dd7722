import { plain } from '../expressions/plain.ts';

/** The known word that somebody most likely meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = plain(word);
  let best: { word: string; far: number } | undefined;
  for (const one of known.slice(0, 500)) {
    const far = distance(wanted, plain(one));
    if (far <= Math.max(1, Math.floor(one.length / 3)) && (best === undefined || far < best.far))
      best = { word: one, far };
  }
  return best?.word;
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 5 || a.length > 64 || b.length > 64) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 99;
}
