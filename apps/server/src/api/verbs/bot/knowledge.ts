import {
  ANSWER_AT,
  type Article,
  type ArticleVersion,
  archiveArticle,
  embeddingState,
  getArticle,
  KNOWLEDGE_LIMITS,
  knowledgeState,
  listArticles,
  listVersions,
  publishArticle,
  restoreVersion,
  retrieve,
  saveArticle,
} from '@balcao/core/knowledge';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

const authorOf = ({ actorKind, actorId }: Pick<Article, 'actorKind' | 'actorId'>) => ({ kind: actorKind, id: actorId });

function presentCard(article: Article) {
  const { actorKind: _kind, actorId: _id, createdAt: _at, body, questions, ...card } = article;
  return {
    ...card,
    author: authorOf(article),
    updatedAt: time(card.updatedAt),
    publishedAt: timeOrNull(card.publishedAt),
    questions: questions.length,
    excerpt: excerptOf(body),
  };
}

export function presentArticle(article: Article) {
  const { excerpt: _excerpt, ...card } = presentCard(article);
  return { ...card, questions: [...article.questions], body: article.body };
}

const excerptOf = (body: string): string => {
  const plain = body
    .replace(/^#+\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= 160 ? plain : `${plain.slice(0, 159).trimEnd().toWellFormed()}…`;
};

const presentVersion = (one: ArticleVersion, live: number | null) => {
  const { actorKind: _kind, actorId: _id, ...shown } = one;
  return {
    ...shown,
    questions: [...one.questions],
    live: one.version === live,
    author: { kind: one.actorKind, id: one.actorId },
    at: time(one.at),
  };
};

type Named =
  | 'knowledge.list'
  | 'knowledge.get'
  | 'knowledge.save'
  | 'knowledge.publish'
  | 'knowledge.archive'
  | 'knowledge.versions'
  | 'knowledge.restore'
  | 'knowledge.search'
  | 'knowledge.status';

export const knowledgeVerbs: Pick<Verbs, Named> = {
  'knowledge.list': async ({ ctx }, tx, filter) => {
    const articles = await listArticles(tx, ctx, filter);
    const next = articles.length < filter.limit ? null : (articles.at(-1)?.id ?? null);
    return { articles: articles.map(presentCard), next };
  },
  'knowledge.get': async ({ ctx }, tx, { articleId }) => ({
    article: presentArticle(await getArticle(tx, ctx, articleId)),
  }),
  'knowledge.save': async ({ ctx }, tx, { articleId, publish, ...input }) => {
    const saved = await saveArticle(tx, ctx, { ...input, id: articleId });
    return { article: presentArticle(publish ? await publishArticle(tx, ctx, saved.id) : saved) };
  },
  'knowledge.publish': async ({ ctx }, tx, { articleId }) => ({
    article: presentArticle(await publishArticle(tx, ctx, articleId)),
  }),
  'knowledge.archive': async ({ ctx }, tx, { articleId }) => ({
    article: presentArticle(await archiveArticle(tx, ctx, articleId)),
  }),
  'knowledge.versions': async ({ ctx }, tx, asked) => {
    const { article, versions } = await listVersions(tx, ctx, asked);
    const next = versions.length < asked.limit ? null : (versions.at(-1)?.version ?? null);
    return { versions: versions.map((one) => presentVersion(one, article.liveVersion)), next };
  },
  'knowledge.restore': async ({ ctx }, tx, { articleId, version }) => ({
    article: presentArticle(await restoreVersion(tx, ctx, articleId, version)),
  }),
  'knowledge.search': async ({ ctx }, tx, { question, limit }) => {
    const [passages, { version }] = await Promise.all([
      retrieve(ctx, tx, question, { limit }),
      knowledgeState(tx, ctx),
    ]);
    return { passages, answerAt: ANSWER_AT, version };
  },
  'knowledge.status': async ({ ctx }, tx) => {
    const { articles, chunks, sources } = KNOWLEDGE_LIMITS;
    const state = await knowledgeState(tx, ctx);
    const embedding = await embeddingState(tx, ctx, state.chunks);
    return { ...state, limits: { articles, chunks, sources }, embedding };
  },
};
