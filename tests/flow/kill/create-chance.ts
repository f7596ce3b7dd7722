/** Seeded chance (mulberry32), so that a run that failed can be played again. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  whole(below: number): number;
  between(from: number, to: number): number;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { whole: (below) => Math.floor(next() * below), between: (from, to) => from + next() * (to - from) };
}
