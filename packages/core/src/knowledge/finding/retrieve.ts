import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readState } from '../live/live-rows.ts';
import type { ArticleKind, Passage } from '../types.ts';
import { findChunks, findWords } from './find-rows.ts';
import { type KnownWord, readTerms, type Term, wordsToFind } from './read-question.ts';
import { type ChunkText, signsOf, sureness } from './score-chunk.ts';

export interface QuestionVector {
  readonly model: string;
  readonly vector: readonly number[];
}

export interface RetrieveOptions {
  /** The question as the company's embedding model sees it; without it words alone are looked for. */
  readonly embedding?: QuestionVector | undefined;
  /** Passages at most. */
  readonly limit: number;
}

interface ChunkRow extends ChunkText {
  readonly id: string;
  readonly articleId: string;
  readonly kind: ArticleKind;
  readonly url: string | null;
}

interface State {
  readonly version: string;
  readonly chunks: number;
}

const CANDIDATES = 40;
/** Words that are in more chunks than this find by titles and asks only, or together. */
const COMMON = 400;

/** Where the answer to a question may be, the surest first. */
export async function retrieve(
  ctx: WorkspaceCtx,
  tx: Tx,
  question: string,
  options: RetrieveOptions,
): Promise<Passage[]> {
  const asked = wordsToFind(question);
  if (asked.words.length === 0) return [];
  const [state, known] = await Promise.all([
    tx.one<State>(readState, [ctx.workspaceId]),
    tx.rows<KnownWord>(findWords, [asked.stems, asked.sounds, asked.near]),
  ]);
  if (state === undefined || state.chunks === 0) return [];
  const terms = readTerms(asked, known, state.chunks);
  const query = queryOf(terms);
  if (query === undefined) return [];
  const rows = await tx.rows<ChunkRow>(findChunks, [...query, CANDIDATES, ctx.workspaceId]);
  const weigh = weigher(known, state.chunks);
  const passages = rows.map((row) => presentPassage(row, sureness(signsOf(terms, row, weigh))));
  return passages.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, options.limit);
}

/** What changes whenever the answers of this company may: for whoever keeps some. */
export async function knowledgeVersion(ctx: WorkspaceCtx, tx: Tx): Promise<string> {
  return (await tx.one<State>(readState, [ctx.workspaceId]))?.version ?? '0';
}

const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '')}'`;
const anyOf = (terms: readonly Term[]): string =>
  terms.flatMap(({ stems }) => [...stems.keys()].map(quoted)).join(' | ');

/** The words of `search_knowledge`; undefined when the company has none of these words. */
function queryOf(terms: readonly Term[]): [string, string, string, string[], number[]] | undefined {
  const known = terms.filter(({ stems }) => stems.size > 0);
  if (known.length === 0) return undefined;
  const rare = known.filter(({ chunks }) => chunks <= COMMON);
  const every = known.map((term) => `(${anyOf([term])})`).join(' & ');
  const parts = known.map((term) => anyOf([term]));
  const weights = known.map(({ weight }) => weight);
  return [anyOf(rare), anyOf(known), every, parts, weights];
}

/** Words of a chunk that nobody asked for: what they weigh is not known, so they weigh as words do on average. */
function weigher(known: readonly KnownWord[], chunks: number): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { stem, chunks: count } of known) counts.set(stem, (counts.get(stem) ?? 0) + count);
  const most = Math.max(chunks, 20) + 1;
  return (stem) => Math.log(1 + most / ((counts.get(stem) ?? most / 40) + 1));
}

function presentPassage({ id, articleId, kind, title, heading, text, url }: ChunkRow, score: number): Passage {
  const whole = heading === '' ? text : `${heading}\n${text}`;
  return { id, articleId, kind, title, text: whole, answer: kind === 'faq' ? text : null, url, score };
}
