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
export { knowledgeVersion, type RetrieveOptions, retrieve } from './finding/retrieve.ts';
export { approveAnswer, dismissGap, draftAnswer, listGaps } from './gaps/answer-gaps.ts';
export type { Gap } from './gaps/gap.ts';
export { noteUnanswered, type Unanswered } from './gaps/note-unanswered.ts';
export { ANSWER_AT, KNOWLEDGE_LIMITS } from './limits.ts';
export { type KnowledgeState, knowledgeState } from './live/knowledge-state.ts';
export { readingSentences } from './reading/problems.ts';
export { importDocument } from './sources/import-document.ts';
export { addPages, getSource, listSources, removeSource, rereadSource } from './sources/keep-sources.ts';
export { readSourceJob } from './sources/read-job.ts';
export { readSource } from './sources/read-source.ts';
export type { Source } from './sources/source.ts';
export type { Article, ArticleKind, ArticleState, Passage } from './types.ts';
export { embedChunks } from './vectors/embed-chunks.ts';
export { embedChunksJob, orderEmbedding } from './vectors/embed-job.ts';
export { embeddingState } from './vectors/embedding-state.ts';
export type { QuestionVector } from './vectors/near-chunks.ts';
