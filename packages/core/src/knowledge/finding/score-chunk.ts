import { stemsOf } from '../words/analyse.ts';
import type { Term } from './read-question.ts';

export interface ChunkText {
  readonly title: string;
  readonly asks: readonly string[];
  readonly heading: string;
  readonly text: string;
}

/** How a question and a chunk fit, each 0..1. */
export interface Signs {
  /** Question and the most similar ask (or title) are about the same, both ways. */
  readonly alike: number;
  /** So much of the question is in the ask, title or heading. */
  readonly headed: number;
  /** So much of it is anywhere in the chunk. */
  readonly covered: number;
}

const matchOf = ({ stems }: Term, present: ReadonlySet<string>): { alike: number; stem: string | undefined } => {
  let best = { alike: 0, stem: undefined as string | undefined };
  for (const [stem, alike] of stems) if (alike > best.alike && present.has(stem)) best = { alike, stem };
  return best;
};

/** `weigh`: what a stem of the chunk's own weighs. */
export function signsOf(terms: readonly Term[], chunk: ChunkText, weigh: (stem: string) => number): Signs {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { alike: 0, headed: 0, covered: 0 };
  const share = (present: ReadonlySet<string>) =>
    terms.reduce((sum, term) => sum + term.weight * matchOf(term, present).alike, 0) / total;
  let alike = 0;
  for (const ask of [...chunk.asks, chunk.title]) {
    const present = stemsOf([ask]);
    const there = share(present);
    if (there === 0) continue;
    const met = new Map<string, number>();
    for (const term of terms) {
      const { alike: much, stem } = matchOf(term, present);
      if (stem !== undefined) met.set(stem, Math.max(much, met.get(stem) ?? 0));
    }
    let [all, hit] = [0, 0];
    for (const stem of present) {
      const weight = weigh(stem);
      all += weight;
      hit += weight * (met.get(stem) ?? 0);
    }
    const back = all === 0 ? 0 : hit / all;
    alike = Math.max(alike, back + there === 0 ? 0 : (2 * there * back) / (there + back));
  }
  const heads = stemsOf([chunk.title, ...chunk.asks, chunk.heading]);
  const everything = new Set([...heads, ...stemsOf([chunk.text])]);
  return { alike, headed: share(heads), covered: share(everything) };
}

/** Fitted to the questions of `testing/` by how often the answer was in the chunk: 0.5 is as often as not. */
export function sureness({ alike, headed, covered }: Signs): number {
  return 1 / (1 + Math.exp(-(-6 + 3.2 * alike + 3.2 * headed + 3.4 * covered)));
}
