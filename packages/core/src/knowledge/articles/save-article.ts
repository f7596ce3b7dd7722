import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import type { Article, ArticleKind } from '../types.ts';
import { fold } from '../words/fold.ts';
import {
  countArticles,
  forgetVersions,
  getArticle as getRow,
  insertArticle,
  insertVersion,
  lockArticle,
  moveArticle,
} from './article-rows.ts';

export interface ArticleToSave {
  /** Absent: a new one. */
  readonly id?: string | undefined;
  readonly kind: ArticleKind;
  /** Of a FAQ: its first question when absent. */
  readonly title?: string | undefined;
  readonly questions: readonly string[];
  readonly body: string;
  readonly language?: string | undefined;
  /** The version that was changed: somebody else's newer one is not written over. */
  readonly ifVersion?: number | undefined;
  readonly sourceId?: string | undefined;
  readonly url?: string | undefined;
}

/** So many versions of what people write; of what is read from files and pages a few are enough. */
const KEPT = { faq: 100, article: 100, document: 3, page: 3 } as const;

/** Writes its next version. What customers are answered from changes with `publishArticle` only. */
export async function saveArticle(tx: Tx, ctx: WorkspaceCtx, input: ArticleToSave): Promise<Article> {
  const written = tidy(input);
  const before = input.id === undefined ? undefined : await lock(tx, ctx, input.id);
  if (before !== undefined && before.kind !== input.kind)
    throw new Fault('wrong_status', 'an article stays of its kind', { kind: before.kind });
  if (before !== undefined && input.ifVersion !== undefined && input.ifVersion !== before.version)
    throw new Fault('conflict', 'somebody has changed it meanwhile', { version: before.version });
  if (before !== undefined && same(before, written)) return before;
  const id = before?.id ?? ctx.ids.uuid();
  const version = (before?.version ?? 0) + 1;
  const now = ctx.clock.now();
  const { title, questions, body, language } = written;
  const folded = fold([title, ...questions].join('\n'));
  if (before === undefined) {
    const count = await tx.one<{ n: number }>(countArticles, [ctx.workspaceId]);
    if ((count?.n ?? 0) >= KNOWLEDGE_LIMITS.articles * 2)
      throw new Fault(
        'over_limit',
        `at most ${KNOWLEDGE_LIMITS.articles * 2} articles are kept, the archived ones too`,
      );
    const { sourceId = null, url = null } = input;
    await tx.run(insertArticle, [ctx.workspaceId, id, input.kind, title, folded, language, sourceId, url, now]);
  } else await tx.run(moveArticle, [ctx.workspaceId, id, version, title, folded, language, now]);
  const { kind: actorKind, id: actorId = null } = ctx.actor;
  await tx.run(insertVersion, [ctx.workspaceId, id, version, title, questions, body, actorKind, actorId, now]);
  await tx.run(forgetVersions, [ctx.workspaceId, id, KEPT[input.kind]]);
  await record(tx, ctx, [{ type: 'article.saved', data: { articleId: id, kind: input.kind, version } }]);
  return (await tx.one<Article>(getRow, [ctx.workspaceId, id])) as Article; // it was just written
}

export async function lock(tx: Tx, ctx: WorkspaceCtx, id: string): Promise<Article> {
  const found = await tx.one<Article>(lockArticle, [ctx.workspaceId, id]);
  if (found === undefined) throw new Fault('not_found', 'there is no such article');
  return found;
}

interface Written {
  readonly title: string;
  readonly questions: readonly string[];
  readonly body: string;
  readonly language: string;
}

const same = (one: Written, other: Written): boolean =>
  one.title === other.title &&
  one.body === other.body &&
  one.language === other.language &&
  one.questions.length === other.questions.length &&
  one.questions.every((question, n) => question === other.questions[n]);

/** PostgreSQL takes no NUL, and nobody means the other signs that are not shown; lines and tabs they do. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .toWellFormed()
    .trim();

function tidy({ kind, title, questions, body, language = 'pt-BR' }: ArticleToSave): Written {
  const asks = new Map<string, string>();
  for (const question of questions.map((one) => clean(one).replace(/\s+/g, ' '))) {
    const key = fold(question)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (key !== '' && !asks.has(key)) asks.set(key, question);
  }
  const kept = {
    title: clean(title ?? '').replace(/\s+/g, ' '),
    questions: [...asks.values()],
    body: clean(body),
    language,
  };
  if (kept.title === '') kept.title = (kept.questions[0] ?? '').slice(0, KNOWLEDGE_LIMITS.title);
  const wrong = problemOf(kind, kept);
  if (wrong !== undefined) throw new Fault('invalid_input', wrong.problem, { issues: [wrong] });
  return kept;
}

function problemOf(kind: ArticleKind, { title, questions, body }: Written) {
  const { questions: most, question: longest } = KNOWLEDGE_LIMITS;
  const room =
    kind === 'faq'
      ? KNOWLEDGE_LIMITS.answer
      : kind === 'article'
        ? KNOWLEDGE_LIMITS.body
        : KNOWLEDGE_LIMITS.documentText;
  if (kind === 'faq' && questions.length === 0) return { path: 'questions', problem: 'a FAQ has a question' };
  if (title === '') return { path: 'title', problem: 'an article has a title' };
  if (title.length > 300) return { path: 'title', problem: 'the title is too long' };
  if (body === '') return { path: 'body', problem: 'there is no text in it' };
  if (body.length > room) return { path: 'body', problem: `the text has at most ${room} letters` };
  if (questions.length > most) return { path: 'questions', problem: `at most ${most} questions` };
  if (questions.some((one) => one.length > longest))
    return { path: 'questions', problem: `a question has at most ${longest} letters` };
  return undefined;
}
