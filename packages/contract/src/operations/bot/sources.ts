import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

const knowledgeSource = z.strictObject({
  id,
  kind: z.enum(['document', 'page']),
  /** The file's name, or the page's title once it was read. */
  name: z.string(),
  url: z.string().nullable(),
  mediaId: id.nullable(),
  state: z.enum(['waiting', 'reading', 'ready', 'failed']),
  /** In percent. */
  progress: z.int().min(0).max(100),
  /** Why it could not be read, for people and for programs. A page that was read before is answered from as it was. */
  problem: z.string().nullable(),
  problemCode: z.string().nullable(),
  /** Bytes. */
  size: z.int().nullable(),
  /** Pieces that can be found. */
  chunks: z.int(),
  articleId: id.nullable(),
  createdAt: time,
  readAt: time.nullable(),
  /** When its text was last another one. */
  changedAt: time.nullable(),
});

const knowledgeImportDocument = defineOperation({
  name: 'knowledge.import-document',
  kind: 'write',
  summary: 'Send a document (PDF, DOCX, HTML, Markdown or text, of up to 20 MB); it is read in the background',
  scope: 'knowledge:write',
  input: z.strictObject({ fileName: z.string().trim().min(1).max(240) }),
  output: z.strictObject({ source: knowledgeSource }),
  errors: ['too_large', 'over_limit', 'wrong_file'],
  outside: true,
  file: true,
  fileTypes: [
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/html',
    'text/markdown',
    'text/plain',
    'application/octet-stream',
  ],
});

const knowledgeAddPages = defineOperation({
  name: 'knowledge.add-pages',
  kind: 'write',
  summary: 'Read pages of a website in the background; one that is known already is read again',
  scope: 'knowledge:write',
  input: z.strictObject({ urls: z.array(z.string().trim().min(1).max(2_000)).min(1).max(50) }),
  output: z.strictObject({ sources: z.array(knowledgeSource) }),
  errors: ['over_limit'],
});

const knowledgeSources = defineOperation({
  name: 'knowledge.sources',
  kind: 'read',
  summary: 'The documents and pages, how the reading of each goes and what is wrong with it; newest first',
  scope: 'bot:read',
  input: z.strictObject({
    kind: z.enum(['document', 'page']).optional(),
    before: id.optional(),
    limit,
  }),
  output: z.strictObject({ sources: z.array(knowledgeSource), next: id.nullable() }),
  errors: [],
});

const knowledgeReread = defineOperation({
  name: 'knowledge.reread',
  kind: 'write',
  summary: 'Read a document or page again; what has not changed stays as it is',
  scope: 'knowledge:write',
  input: z.strictObject({ sourceId: id }),
  output: z.strictObject({ source: knowledgeSource }),
  errors: ['not_found'],
});

const knowledgeRemoveSource = defineOperation({
  name: 'knowledge.remove-source',
  kind: 'write',
  summary: 'Take a document or page away; nobody is answered from it any more',
  scope: 'knowledge:write',
  input: z.strictObject({ sourceId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: [],
});

export const sourceOperations = {
  [knowledgeImportDocument.name]: knowledgeImportDocument,
  [knowledgeAddPages.name]: knowledgeAddPages,
  [knowledgeSources.name]: knowledgeSources,
  [knowledgeReread.name]: knowledgeReread,
  [knowledgeRemoveSource.name]: knowledgeRemoveSource,
} as const;
