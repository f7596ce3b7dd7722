export interface Dice {
  /** 0 to 1, without 1. */
  next(): number;
  /** 0 to n, without n. */
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
  /** The first ones far more often than the last ones. */
  pickCommon<T>(from: readonly T[]): T;
  hex(length: number): string;
}

/** The same seed gives the same company (xorshift32). */
export function createDice(seed: number): Dice {
  let state = seed | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number], // below its length
    pickCommon: (from) => from[Math.floor(from.length * next() ** 2.6)] as (typeof from)[number],
    hex(length) {
      let text = '';
      while (text.length < length) text += below(0x1000_0000).toString(16).padStart(7, '0');
      return text.slice(0, length);
    },
  };
}

/** A UUIDv7 of that millisecond. */
export function uuidAt(dice: Dice, ms: number): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0');
  const tail = dice.hex(18);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6)}`;
}
