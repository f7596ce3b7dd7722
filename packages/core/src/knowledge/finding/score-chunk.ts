import type { ArticleKind } from '../types.ts';
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
  /** So much of the question is anywhere in the chunk. */
  readonly covered: number;
  /** So much of it is in one sentence, with title and headings. */
  readonly together: number;
  /** How much the words say that were found: one common word says next to nothing. */
  readonly told: number;
  /** So much of the question is in words that this company has nowhere written. */
  readonly unknown: number;
}

export const NOTHING: Signs = { alike: 0, covered: 0, together: 0, told: 0, unknown: 0 };
/** Of words found: about two rare ones of a small shop's. */
const TELLS_ENOUGH = 6;

interface Match {
  readonly alike: number;
  readonly stem: string | undefined;
}

function matchOf({ stems }: Term, present: ReadonlySet<string>): Match {
  let best: Match = { alike: 0, stem: undefined };
  for (const [stem, alike] of stems) if (alike > best.alike && present.has(stem)) best = { alike, stem };
  return best;
}

/** A chunk taken apart, once for all parts of a question. */
export interface ReadChunk {
  readonly asks: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
  /** Asks and sentences, each with the title and headings above. */
  readonly parts: readonly ReadonlySet<string>[];
}

export function readChunk(chunk: ChunkText): ReadChunk {
  // A heading says what is below it as a question does.
  const heads = chunk.heading.split(' › ').filter((head) => head !== '');
  const asks = [...new Set([...chunk.asks, chunk.title, ...heads])].map((ask) => stemsOf([ask]));
  const sentences = sentencesOf(chunk.text).map((sentence) => stemsOf([sentence]));
  const above = stemsOf([chunk.title, chunk.heading]);
  const all = new Set([...asks, ...sentences, above].flatMap((stems) => [...stems]));
  return { asks, all, parts: [...asks, ...sentences].map((part) => new Set([...above, ...part])) };
}

/** `weigh`: what a stem of the chunk's own weighs. */
export function signsOf(terms: readonly Term[], chunk: ReadChunk, weigh: (stem: string) => number): Signs {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return NOTHING;
  const found = (present: ReadonlySet<string>) =>
    terms.reduce((sum, term) => sum + term.weight * matchOf(term, present).alike, 0);
  const alike = Math.max(0, ...chunk.asks.map((ask) => bothWays(terms, ask, found(ask) / total, weigh)));
  const covered = found(chunk.all);
  const together = Math.max(0, ...chunk.parts.map(found));
  const told = Math.min(1, covered / TELLS_ENOUGH);
  const unknown = terms.reduce((sum, { stems, weight }) => sum + (stems.size === 0 ? weight : 0), 0);
  return { alike, covered: covered / total, together: together / total, told, unknown: unknown / total };
}

/** How much of the question is in the ask and how much of the ask was asked, as one number. */
function bothWays(
  terms: readonly Term[],
  ask: ReadonlySet<string>,
  there: number,
  weigh: (stem: string) => number,
): number {
  if (there === 0) return 0;
  const met = new Map<string, number>();
  for (const term of terms) {
    const { alike, stem } = matchOf(term, ask);
    if (stem !== undefined) met.set(stem, Math.max(alike, met.get(stem) ?? 0));
  }
  let [all, hit] = [0, 0];
  for (const stem of ask) {
    const weight = weigh(stem);
    all += weight;
    hit += weight * (met.get(stem) ?? 0);
  }
  const back = all === 0 ? 0 : hit / all;
  return back + there === 0 ? 0 : (2 * there * back) / (there + back);
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?;…])\s+|\n{2,}|\n(?=[-*•\d])/).filter(Boolean);

const curve = (sum: number): number => 1 / (1 + Math.exp(-sum));

/**
 * How sure it is that the answer is in the chunk: logistic curves fitted to the questions of `testing/` (not to those held back) and
 * moved up a little, because what nothing answers stays far below. A FAQ is known by how it is asked for, a text by what it says.
 */
export function sureness({ alike, covered, together, told, unknown }: Signs, kind: ArticleKind): number {
  if (kind === 'faq')
    return curve(-6.9 + 6.2 * alike + 2.4 * covered ** 4 + 1.8 * together ** 4 + 3.1 * told - 2.5 * unknown);
  return curve(-2.5 + 4 * alike + 1.7 * together ** 6 + 1.35 * told - 2.5 * unknown);
}
