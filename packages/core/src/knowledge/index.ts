export { archiveArticle, publishArticle } from './articles/publish-article.ts';
export {
  type ArticleFilter,
  type ArticleVersion,
  getArticle,
  listArticles,
  listVersions,
  restoreVersion,
} from './articles/read-articles.ts';
export { type ArticleToSave, saveArticle } from './articles/save-article.ts';
export { knowledgeVersion, type QuestionVector, type RetrieveOptions, retrieve } from './finding/retrieve.ts';
export { ANSWER_AT, KNOWLEDGE_LIMITS } from './limits.ts';
export { type KnowledgeState, knowledgeState } from './live/knowledge-state.ts';
export type { Article, ArticleKind, ArticleState, Passage } from './types.ts';
