import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import {
  type Bot,
  type BudgetLevel,
  type ContactMemory,
  memoryOf,
  type OpenModels,
  openModels,
  readBot,
  readBudget,
  recordAttack,
} from '../../governance/index.ts';
import { knowledgeVersion, type Passage, retrieve } from '../../knowledge/index.ts';
import { listTools, type Tool } from '../../tools/index.ts';
import { findAttack, isSafe } from '../checking/find-attack.ts';
import { sameSubject } from '../checking/same-subject.ts';
import type { AnswerRequest, Made } from '../types.ts';
import type { Trial } from './deps.ts';

/** All that is read before anybody is asked anything. */
export interface Gathered {
  readonly bot: Bot;
  readonly models: OpenModels;
  readonly tools: readonly Tool[];
  /** Found by words alone. */
  readonly passages: readonly Passage[];
  /** The one that is about what was understood. */
  readonly subject: Passage | undefined;
  readonly knowledgeVersion: string;
  readonly budget: BudgetLevel;
  /** What is known of the contact, without lines that give orders. */
  readonly memory: ContactMemory;
  readonly attack: Made['attack'];
}

const nothingKnown: ContactMemory = { text: '', tokens: 0, known: [] };

/** How many passages are looked at. */
export const PASSAGES = 6;

export function gather(ctx: WorkspaceCtx, request: AnswerRequest, trial?: Trial): Promise<Gathered> {
  const attack = findAttack(request);
  return withWorkspace(ctx, async (tx) => {
    const inForce = await readBot(ctx, tx);
    const bot = trial?.prompt === undefined ? inForce : { ...inForce, prompt: trial.prompt };
    if (attack !== undefined && trial === undefined) await noteAttack(ctx, tx, request, attack);
    const [models, tools, passages, version, budget, memory] = await Promise.all([
      openModels(ctx, tx, bot),
      listTools(ctx, tx),
      retrieve(ctx, tx, request.question, { limit: PASSAGES }),
      knowledgeVersion(ctx, tx),
      readBudget(ctx, tx, bot),
      trial?.withMemory === false ? nothingKnown : memoryOf(ctx, tx, request.contactId, bot.limits.memoryTokens),
    ]);
    return {
      bot,
      models,
      tools,
      passages,
      subject: await sameSubject(ctx, tx, request, passages),
      knowledgeVersion: version,
      budget: budget.level,
      memory: await safeMemory(ctx, tx, request, memory, trial),
      attack,
    };
  });
}

/** A name, a field or a remembered word may hold an attempt: that line goes to no model. */
async function safeMemory(
  ctx: WorkspaceCtx,
  tx: Tx,
  { contactId, conversationId }: AnswerRequest,
  memory: ContactMemory,
  trial: Trial | undefined,
): Promise<ContactMemory> {
  const safe = withoutOrders(memory);
  if (safe.text !== memory.text && trial === undefined)
    await recordAttack(tx, ctx, { kind: 'attack', place: 'name', conversationId, contactId, signs: ['memory'] });
  return safe;
}

const withoutOrders = (memory: ContactMemory): ContactMemory => ({
  ...memory,
  text: memory.text.split('\n').filter(isSafe).join('\n'),
});

/** Noted once for each draft; without the words, which are in the message. */
export function noteAttack(
  ctx: WorkspaceCtx,
  tx: Tx,
  { conversationId, messageId, contactId }: AnswerRequest,
  { score, signs }: NonNullable<Made['attack']>,
): Promise<void> {
  return recordAttack(tx, ctx, {
    kind: 'attack',
    place: 'message',
    conversationId,
    messageId,
    contactId,
    score,
    signs,
  });
}
