import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readState } from '../live/live-rows.ts';
import type { Passage } from '../types.ts';
import type { QuestionVector } from '../vectors/near-chunks.ts';
import { type Candidate, type ChunkRow, findCandidates } from './find-candidates.ts';
import { sureness } from './score-chunk.ts';

export interface RetrieveOptions {
  /** The question as the company's embedding model sees it; without it words alone are looked for. */
  readonly embedding?: QuestionVector | undefined;
  /** Passages at most. */
  readonly limit: number;
}

/** Where the answer to a question may be, the surest first. */
export async function retrieve(
  ctx: WorkspaceCtx,
  tx: Tx,
  question: string,
  options: RetrieveOptions,
): Promise<Passage[]> {
  const found = await findCandidates(ctx, tx, question, options.embedding);
  const passages = found.map((one) => presentPassage(one, either(said(one), one.near)));
  return passages.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, options.limit);
}

/** By the whole question, or by one of its parts: what is said beside it is not always about it. */
const said = ({ signs, ofParts, kind }: Candidate): number =>
  Math.max(sureness(signs, kind), ...ofParts.map((part) => PART * sureness(part, kind)));

const PART = 0.9;

/** What is meant without the same words is less sure than what is said with them. */
const either = (said: number, meant: number): number => 1 - (1 - said) * (1 - 0.65 * meant);

/** What changes whenever the answers of this company may: for whoever keeps some. */
export async function knowledgeVersion(ctx: WorkspaceCtx, tx: Tx): Promise<string> {
  return (await tx.one<{ version: string }>(readState, [ctx.workspaceId]))?.version ?? '0';
}

function presentPassage({ id, articleId, kind, title, heading, text, url }: ChunkRow, score: number): Passage {
  const whole = heading === '' ? text : `${heading}\n${text}`;
  return { id, articleId, kind, title, text: whole, answer: kind === 'faq' ? text : null, url, score };
}
