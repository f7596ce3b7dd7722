import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readState } from '../live/live-rows.ts';
import type { ArticleKind } from '../types.ts';
import { type Nearness, nearChunks, type QuestionVector } from '../vectors/near-chunks.ts';
import { clausesOf, stemsOf, wordsAsked } from '../words/analyse.ts';
import { chunksById, countStems, findChunks, findWords } from './find-rows.ts';
import { type KnownWord, rarity, readTerms, type Term, wordsToFind } from './read-question.ts';
import { type ChunkText, NOTHING, readChunk, type Signs, signsOf } from './score-chunk.ts';

export interface ChunkRow extends ChunkText {
  readonly id: string;
  readonly articleId: string;
  readonly kind: ArticleKind;
  readonly url: string | null;
}

export interface Candidate extends ChunkRow {
  readonly signs: Signs;
  /** The same for each part of a question that has several. */
  readonly ofParts: readonly Signs[];
  /** 0..1, by its vector; 0 where there is none. */
  readonly near: number;
}

interface State {
  readonly version: string;
  readonly chunks: number;
  readonly vectors: string;
}

const CANDIDATES = 24;
/** A part of a question with less than one rare word is an aside: "como funciona?", "pode ser?". */
const SAYS_SOMETHING = 3;
/** The rarest words find by all of a text while no more chunks than this have them; the others by titles and asks, or together. */
const LOOKED_AT = 500;

/** Chunks that have words of the question, or are near to it, and how each fits it. */
export async function findCandidates(
  ctx: WorkspaceCtx,
  tx: Tx,
  question: string,
  vector: QuestionVector | undefined,
): Promise<Candidate[]> {
  const asked = wordsToFind(question);
  if (asked.words.length === 0 && vector === undefined) return [];
  const [state, known] = await Promise.all([
    tx.one<State>(readState, [ctx.workspaceId]),
    tx.rows<KnownWord>(findWords, [asked.stems, asked.sounds, asked.near]),
  ]);
  if (state === undefined || state.chunks === 0) return [];
  const terms = readTerms(asked, known, state.chunks);
  const query = queryOf(terms);
  const near: Nearness =
    vector === undefined ? new Map() : await nearChunks(ctx, tx, vector, `${state.version} ${state.vectors}`);
  const rows = query === undefined ? [] : await tx.rows<ChunkRow>(findChunks, [...query, CANDIDATES, ctx.workspaceId]);
  const found = new Set(rows.map(({ id }) => id));
  const others = [...near.keys()].filter((id) => !found.has(id));
  if (others.length > 0) rows.push(...(await tx.rows<ChunkRow>(chunksById, [ctx.workspaceId, others])));
  const weigh = await weigher(ctx, tx, rows, state.chunks);
  const parts = partsOf(question, terms);
  return rows.map((row) => {
    const read = readChunk(row);
    const [signs = NOTHING, ...ofParts] = [terms, ...parts].map((some) => signsOf(some, read, weigh));
    return { ...row, signs, ofParts, near: near.get(row.id) ?? 0 };
  });
}

/** The words of each clause, where they are not all of them. */
function partsOf(question: string, terms: readonly Term[]): Term[][] {
  const parts = clausesOf(question).map((clause) => {
    const words = new Set(wordsAsked(clause));
    return terms.filter(({ word }) => words.has(word));
  });
  const says = (part: readonly Term[]) => part.reduce((sum, { weight }) => sum + weight, 0) >= SAYS_SOMETHING;
  return parts.filter((part) => part.length < terms.length && says(part));
}

const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '')}'`;
const anyOf = (terms: readonly Term[]): string =>
  terms.flatMap(({ stems }) => [...stems.keys()].map(quoted)).join(' | ');

function nearest(stems: ReadonlyMap<string, number>): string[] {
  const best = Math.max(...stems.values());
  return [...stems].filter(([, alike]) => alike === best).map(([stem]) => stem);
}

/** The words of `search_knowledge`; undefined when the company has none of these words. */
function queryOf(terms: readonly Term[]): [string, string, string, string[], number[]] | undefined {
  const known = terms.filter(({ stems }) => stems.size > 0);
  if (known.length === 0) return undefined;
  let looked = 0;
  const rare = known
    .toSorted((a, b) => a.chunks - b.chunks)
    .filter(({ chunks }) => {
      looked += chunks;
      return looked <= LOOKED_AT;
    });
  // As they were meant only: with all that could stand for them they are in everything.
  const every = known.map(({ stems }) => `(${nearest(stems).map(quoted).join(' | ')})`).join(' & ');
  const parts = known.map((term) => anyOf([term]));
  const weights = known.map(({ weight }) => weight);
  return [anyOf(rare), anyOf(known), every, parts, weights];
}

/** What the words of the asks weigh: of one that is in every second text it matters little whether it was asked for. */
async function weigher(ctx: WorkspaceCtx, tx: Tx, rows: readonly ChunkRow[], chunks: number) {
  const stems = stemsOf(rows.flatMap(({ title, asks }) => [title, ...asks]));
  const counted = await tx.rows<{ stem: string; chunks: number }>(countStems, [ctx.workspaceId, [...stems]]);
  const counts = new Map(counted.map((one) => [one.stem, one.chunks]));
  return (stem: string): number => rarity(counts.get(stem) ?? 0, chunks);
}
