import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

const articleKind = z.enum(['faq', 'article', 'document', 'page']);
const articleState = z.enum(['draft', 'published', 'archived']);

const writer = z.strictObject({
  kind: z.enum(['system', 'bot', 'person', 'api_key', 'customer', 'operator']),
  id: z.string().nullable(),
});

const articleCard = {
  id,
  kind: articleKind,
  state: articleState,
  title: z.string(),
  /** The newest one, and the one that customers are answered from: when they differ there are changes to publish. */
  version: z.int(),
  liveVersion: z.int().nullable(),
  language: z.string(),
  /** The document or page that it was read from. */
  sourceId: id.nullable(),
  url: z.string().nullable(),
  updatedAt: time,
  publishedAt: time.nullable(),
  /** Of the newest version. */
  author: writer,
};

const knowledgeCard = z.strictObject({
  ...articleCard,
  /** How many ways of asking it has. */
  questions: z.int(),
  /** The beginning of the text. */
  excerpt: z.string(),
});

export const knowledgeArticle = z.strictObject({
  ...articleCard,
  /** Ways of asking; of a FAQ the first one is its name. */
  questions: z.array(z.string()),
  /** The answer of a FAQ; the text of everything else, with Markdown's headings. */
  body: z.string(),
});

const knowledgeVersionShown = z.strictObject({
  version: z.int(),
  live: z.boolean(),
  title: z.string(),
  questions: z.array(z.string()),
  body: z.string(),
  author: writer,
  at: time,
});

const passage = z.strictObject({
  id,
  articleId: id,
  kind: articleKind,
  title: z.string(),
  text: z.string(),
  /** A FAQ's own words. */
  answer: z.string().nullable(),
  url: z.string().nullable(),
  score: z.number().min(0).max(1),
});

const saved = z.strictObject({ article: knowledgeArticle });
const ask = z.string().trim().min(1).max(300);

const knowledgeList = defineOperation({
  name: 'knowledge.list',
  kind: 'read',
  summary: 'What the bot may answer from: FAQs, articles, documents and pages, the last changed first',
  scope: 'bot:read',
  input: z.strictObject({
    kind: articleKind.optional(),
    state: articleState.optional(),
    /** Part of a title or a question, with or without accents. */
    q: z.string().trim().max(100).optional(),
    before: id.optional(),
    limit,
  }),
  output: z.strictObject({ articles: z.array(knowledgeCard), next: id.nullable() }),
  errors: [],
});

const knowledgeGet = defineOperation({
  name: 'knowledge.get',
  kind: 'read',
  summary: 'One article with its text',
  scope: 'bot:read',
  input: z.strictObject({ articleId: id }),
  output: saved,
  errors: ['not_found'],
});

const knowledgeSave = defineOperation({
  name: 'knowledge.save',
  kind: 'write',
  summary: 'Write a FAQ or an article, or its next version; customers are answered from it once it is published',
  scope: 'knowledge:write',
  input: z.strictObject({
    /** Absent: a new one. */
    articleId: id.optional(),
    kind: z.enum(['faq', 'article']),
    /** A FAQ may do without: its first question is its name. */
    title: z.string().trim().max(200).optional(),
    /** Of a FAQ at least one. */
    questions: z.array(ask).max(30).default([]),
    /** Of a FAQ at most 4,000 letters: they are sent as they are. */
    body: z.string().min(1).max(100_000),
    language: z.enum(['pt-BR', 'en', 'es']).default('pt-BR'),
    /** The version that was read: a newer one by somebody else is not written over. */
    ifVersion: z.int().min(1).optional(),
    /** Publish it at once. */
    publish: z.boolean().default(false),
  }),
  output: saved,
  errors: ['not_found', 'conflict', 'wrong_status', 'over_limit'],
});

const knowledgePublish = defineOperation({
  name: 'knowledge.publish',
  kind: 'write',
  summary: 'Answer customers from the newest version of an article',
  scope: 'knowledge:write',
  input: z.strictObject({ articleId: id }),
  output: saved,
  errors: ['not_found', 'over_limit'],
});

const knowledgeArchive = defineOperation({
  name: 'knowledge.archive',
  kind: 'write',
  summary: 'Answer nobody from an article any more; publishing brings it back',
  scope: 'knowledge:write',
  input: z.strictObject({ articleId: id }),
  output: saved,
  errors: ['not_found'],
});

const knowledgeVersions = defineOperation({
  name: 'knowledge.versions',
  kind: 'read',
  summary: 'The versions of an article, newest first, with their text',
  scope: 'bot:read',
  input: z.strictObject({
    articleId: id,
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.strictObject({ versions: z.array(knowledgeVersionShown), next: z.int().nullable() }),
  errors: ['not_found'],
});

const knowledgeRestore = defineOperation({
  name: 'knowledge.restore',
  kind: 'write',
  summary: 'Make an older version the newest one again',
  scope: 'knowledge:write',
  input: z.strictObject({ articleId: id, version: z.int().min(1) }),
  output: saved,
  errors: ['not_found', 'wrong_status'],
});

const knowledgeSearch = defineOperation({
  name: 'knowledge.search',
  kind: 'read',
  summary: 'What the bot would find for a question, and how sure it would be',
  scope: 'bot:read',
  input: z.strictObject({
    question: z.string().trim().min(1).max(1_000),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  output: z.strictObject({
    passages: z.array(passage),
    /** From this score on it answers. */
    answerAt: z.number(),
    version: z.string(),
  }),
  errors: [],
});

const knowledgeStatus = defineOperation({
  name: 'knowledge.status',
  kind: 'read',
  summary: 'How much is known, how much there is room for, and how far its vectors are',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({
    version: z.string(),
    /** Published ones. */
    articles: z.int(),
    chunks: z.int(),
    limits: z.strictObject({ articles: z.int(), chunks: z.int(), sources: z.int() }),
    /** Null: no embedding model is configured, words alone are looked for. */
    embedding: z.strictObject({ model: z.string(), done: z.int(), total: z.int() }).nullable(),
  }),
  errors: [],
});

export const knowledgeOperations = {
  [knowledgeList.name]: knowledgeList,
  [knowledgeGet.name]: knowledgeGet,
  [knowledgeSave.name]: knowledgeSave,
  [knowledgePublish.name]: knowledgePublish,
  [knowledgeArchive.name]: knowledgeArchive,
  [knowledgeVersions.name]: knowledgeVersions,
  [knowledgeRestore.name]: knowledgeRestore,
  [knowledgeSearch.name]: knowledgeSearch,
  [knowledgeStatus.name]: knowledgeStatus,
} as const;
