export { archiveArticle, publishArticle } from './articles/publish-article.ts';
export { type ArticleToSave, saveArticle } from './articles/save-article.ts';
export { knowledgeVersion, type QuestionVector, type RetrieveOptions, retrieve } from './finding/retrieve.ts';
export { ANSWER_AT, KNOWLEDGE_LIMITS } from './limits.ts';
export type { Article, ArticleKind, ArticleState, Passage } from './types.ts';
