import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { publishArticle } from '../articles/publish-article.ts';
import { getArticle } from '../articles/read-articles.ts';
import { saveArticle } from '../articles/save-article.ts';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import type { Article } from '../types.ts';
import { fold } from '../words/fold.ts';
import type { Gap, GapExample } from './gap.ts';
import { examplesOf, listSome, lockGap, moveGap } from './gap-rows.ts';

const EXAMPLES_SHOWN = 5;
const ASKS_OF_EXAMPLES = 6;

export interface AnsweredGap {
  readonly gap: Gap;
  readonly article: Article;
}

async function withExamples(
  tx: Tx,
  ctx: WorkspaceCtx,
  gaps: readonly Omit<Gap, 'examples'>[],
  each: number,
): Promise<Gap[]> {
  const ids = gaps.map(({ id }) => id);
  const rows = await tx.rows<GapExample & { gapId: string }>(examplesOf, [ctx.workspaceId, ids, each]);
  return gaps.map((gap) => ({
    ...gap,
    examples: rows.filter(({ gapId }) => gapId === gap.id).map(({ gapId: _id, ...example }) => example),
  }));
}

export async function listGaps(
  tx: Tx,
  ctx: WorkspaceCtx,
  page: { readonly state: Gap['state']; readonly before?: string | undefined; readonly limit: number },
): Promise<Gap[]> {
  const row = [ctx.workspaceId, page.state, page.before ?? null, page.limit];
  return await withExamples(tx, ctx, await tx.rows<Omit<Gap, 'examples'>>(listSome, row), EXAMPLES_SHOWN);
}

async function lock(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Gap> {
  const found = await tx.one<Omit<Gap, 'examples'>>(lockGap, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', 'there is no such group of questions');
  if (found.state === 'answered') throw new Fault('wrong_status', 'these questions are answered already');
  const [gap] = await withExamples(tx, ctx, [found], ASKS_OF_EXAMPLES * 3);
  return gap as Gap; // one went in
}

/** As customers asked, each way once. */
function asksOf({ question, examples }: Gap): string[] {
  const asks = new Map([question, ...examples.map((one) => one.question)].map((one) => [fold(one), one]));
  return [...asks.values()].slice(0, ASKS_OF_EXAMPLES);
}

async function saveDraft(tx: Tx, ctx: WorkspaceCtx, gap: Gap, answer: string, questions?: readonly string[]) {
  // What it was drafted as may have been archived, or be a FAQ that others wrote on.
  const drafted =
    gap.state === 'drafted' && gap.articleId !== null ? await getArticle(tx, ctx, gap.articleId) : undefined;
  const asks = questions ?? drafted?.questions ?? asksOf(gap);
  return await saveArticle(tx, ctx, { id: drafted?.id, kind: 'faq', questions: asks, body: answer });
}

async function settle(tx: Tx, ctx: WorkspaceCtx, gap: Gap, state: Gap['state'], articleId: string): Promise<Gap> {
  await tx.run(moveGap, [ctx.workspaceId, gap.id, state, articleId]);
  await record(tx, ctx, [{ type: `question.${state}`, data: { groupId: gap.id, articleId } }]);
  return { ...gap, state, articleId, examples: gap.examples.slice(0, EXAMPLES_SHOWN) };
}

/** A FAQ that nobody is answered from yet. */
export async function draftAnswer(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly groupId: string; readonly answer: string; readonly questions?: readonly string[] | undefined },
): Promise<AnsweredGap> {
  const gap = await lock(tx, ctx, input.groupId);
  const article = await saveDraft(tx, ctx, gap, input.answer, input.questions);
  return { gap: await settle(tx, ctx, gap, 'drafted', article.id), article };
}

/** Whoever asks it from now on is answered. */
export async function approveAnswer(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: {
    readonly groupId: string;
    readonly answer?: string | undefined;
    readonly intoArticleId?: string | undefined;
  },
): Promise<AnsweredGap> {
  const gap = await lock(tx, ctx, input.groupId);
  const saved = await answered(tx, ctx, gap, input);
  const article = await publishArticle(tx, ctx, saved.id);
  return { gap: await settle(tx, ctx, gap, 'answered', article.id), article };
}

async function answered(
  tx: Tx,
  ctx: WorkspaceCtx,
  gap: Gap,
  { answer, intoArticleId }: { readonly answer?: string | undefined; readonly intoArticleId?: string | undefined },
): Promise<Article> {
  if (intoArticleId !== undefined) {
    const into = await getArticle(tx, ctx, intoArticleId);
    const questions = [...into.questions, ...asksOf(gap)].slice(0, KNOWLEDGE_LIMITS.questions);
    return await saveArticle(tx, ctx, {
      ...into,
      questions,
      sourceId: undefined,
      url: undefined,
      body: answer ?? into.body,
    });
  }
  if (answer !== undefined) return await saveDraft(tx, ctx, gap, answer);
  if (gap.state === 'drafted' && gap.articleId !== null) return await getArticle(tx, ctx, gap.articleId);
  throw new Fault('invalid_input', 'there is no answer yet', { issues: [{ path: 'answer', problem: 'is missing' }] });
}

/** Asked again it is counted where it lies. False when it was put away already. */
export async function dismissGap(tx: Tx, ctx: WorkspaceCtx, groupId: string): Promise<boolean> {
  const found = await tx.one<Omit<Gap, 'examples'>>(lockGap, [ctx.workspaceId, groupId]);
  if (found === undefined) throw new Fault('not_found', 'there is no such group of questions');
  if (found.state === 'dismissed' || found.state === 'answered') return false;
  await tx.run(moveGap, [ctx.workspaceId, groupId, 'dismissed', null]);
  await record(tx, ctx, [{ type: 'question.dismissed', data: { groupId } }]);
  return true;
}
