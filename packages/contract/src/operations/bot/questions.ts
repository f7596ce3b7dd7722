import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';
import { knowledgeArticle } from './knowledge.ts';

const questionState = z.enum(['open', 'drafted', 'answered', 'dismissed']);

/** Questions of customers that mean the same, and that nothing answered. */
const questionGroup = z.strictObject({
  id,
  state: questionState,
  /** As one of them asked it. */
  question: z.string(),
  /** How often it was asked. */
  asked: z.int(),
  firstAt: time,
  lastAt: time,
  /** The draft, or the FAQ that answers it now. */
  articleId: id.nullable(),
  /** The last ones of talks that the caller may see, newest first; numbers and addresses are left out of them. */
  examples: z.array(
    z.strictObject({ question: z.string(), conversationId: id.nullable(), messageId: id.nullable(), at: time }),
  ),
});

const answered = z.strictObject({ group: questionGroup, article: knowledgeArticle });

const questionsList = defineOperation({
  name: 'questions.list',
  kind: 'read',
  summary: 'What customers asked and nothing answered, those that mean the same together; the most asked first',
  scope: 'bot:read',
  input: z.strictObject({ state: questionState.default('open'), before: id.optional(), limit }),
  output: z.strictObject({ groups: z.array(questionGroup), next: id.nullable() }),
  errors: [],
});

const questionsDraft = defineOperation({
  name: 'questions.draft',
  kind: 'write',
  summary: 'Write the draft of a FAQ for a group of questions; drafted again it changes',
  scope: 'knowledge:write',
  input: z.strictObject({
    groupId: id,
    answer: z.string().trim().min(1).max(4_000),
    /** Absent: as the customers asked. */
    questions: z.array(z.string().trim().min(1).max(300)).min(1).max(30).optional(),
  }),
  output: answered,
  errors: ['not_found', 'wrong_status', 'over_limit'],
});

const questionsApprove = defineOperation({
  name: 'questions.approve',
  kind: 'write',
  summary: 'Publish the draft of a group, or an answer written now, or take its questions into a FAQ that answers them',
  scope: 'knowledge:write',
  input: z.strictObject({
    groupId: id,
    /** Absent: as it was drafted. */
    answer: z.string().trim().min(1).max(4_000).optional(),
    /** A FAQ or article that gets these questions as ways to ask for it, and is published with them. */
    intoArticleId: id.optional(),
  }),
  output: answered,
  errors: ['not_found', 'wrong_status', 'over_limit'],
});

const questionsDismiss = defineOperation({
  name: 'questions.dismiss',
  kind: 'write',
  summary: 'Put a group of questions away; asked again they are counted there and do not come back',
  scope: 'knowledge:write',
  input: z.strictObject({ groupId: id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});

export const questionOperations = {
  [questionsList.name]: questionsList,
  [questionsDraft.name]: questionsDraft,
  [questionsApprove.name]: questionsApprove,
  [questionsDismiss.name]: questionsDismiss,
} as const;
