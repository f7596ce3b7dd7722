import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import { wordsAsked } from '../words/analyse.ts';
import { stem } from '../words/stem.ts';
import { addQuestion, countUp, findAlike, findNoted, forgetGaps, forgetQuestions, putGap } from './gap-rows.ts';

export interface Unanswered {
  readonly conversationId: string;
  readonly messageId: string;
  readonly question: string;
}

const EXAMPLES_KEPT = 20;
const SPELLED_ALIKE = 0.5;
const SAME_WORDS = 0.6;

/** Keeps what nothing answered, with those who asked the same. Each message once; a greeting is no question. */
export async function noteUnanswered(ctx: WorkspaceCtx, tx: Tx, asked: Unanswered): Promise<void> {
  const question = withoutNumbers(asked.question);
  const words = wordsAsked(question).filter((word) => !/^\p{N}/u.test(word));
  if (words.length === 0) return;
  if ((await tx.one(findNoted, [ctx.workspaceId, asked.messageId])) !== undefined) return;
  const stems = [...new Set(words.map(stem))].sort();
  const now = ctx.clock.now();
  const gapId = await gapOf(ctx, tx, { stems, folded: words.join(' ').slice(0, 300), question, now });
  const row = [ctx.workspaceId, ctx.ids.uuid(), gapId, asked.conversationId, asked.messageId, question, now];
  if ((await tx.run(addQuestion, row)) === 0) return;
  await tx.run(countUp, [ctx.workspaceId, gapId, now]);
  await tx.run(forgetQuestions, [ctx.workspaceId, gapId, EXAMPLES_KEPT]);
  const { conversationId, messageId } = asked;
  await record(tx, ctx, [{ type: 'question.unanswered', conversationId, messageId, data: { groupId: gapId } }]);
}

interface Said {
  readonly stems: readonly string[];
  readonly folded: string;
  readonly question: string;
  readonly now: Date;
}

async function gapOf(ctx: WorkspaceCtx, tx: Tx, { stems, folded, question, now }: Said): Promise<string> {
  const alike = await tx.rows<{ id: string; key: string }>(findAlike, [ctx.workspaceId, folded, SPELLED_ALIKE]);
  const same = alike.find(({ key }) => shareOf(stems, key.split(' ')) >= SAME_WORDS);
  if (same !== undefined) return same.id;
  const key = stems.join(' ').slice(0, 500);
  const id = ctx.ids.uuid();
  const put = await tx.one<{ id: string }>(putGap, [ctx.workspaceId, id, key, question, folded, now]);
  if (put?.id === id) await tx.run(forgetGaps, [ctx.workspaceId, KNOWLEDGE_LIMITS.gaps]);
  return put?.id ?? id;
}

/** How much two sets of words have in common; two words with one letter between them are one. */
function shareOf(some: readonly string[], others: readonly string[]): number {
  const left = new Set(others);
  let met = 0;
  for (const word of some) {
    const found = left.has(word) ? word : [...left].find((other) => nearly(word, other));
    if (found === undefined) continue;
    left.delete(found);
    met++;
  }
  return met / (some.length + left.size);
}

function nearly(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same >= 4 && same >= Math.max(one.length, other.length) - 2;
}

/** Documents, telephones, addresses of e-mail and numbers of orders say who asked, not what was asked. */
const withoutNumbers = (text: string): string =>
  text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…')
    .replace(/https?:\/\/\S+/g, '…')
    .replace(/(?:\d[\s./-]?){6,}/g, '… ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, KNOWLEDGE_LIMITS.question)
    .toWellFormed();
