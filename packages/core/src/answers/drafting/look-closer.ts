import { ModelError, type ModelSpec } from '@balcao/ai/port';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { createFence, createMask } from '../../governance/index.ts';
import { listIntents } from '../../intents/index.ts';
import { type Passage, retrieve } from '../../knowledge/index.ts';
import { classifyByModel, classifyPrompt, type KnownIntent } from '../asking/classify.ts';
import type { Making } from '../made.ts';
import type { AnswerRequest } from '../types.ts';
import type { DraftDeps } from './deps.ts';
import { type Gathered, PASSAGES } from './gather.ts';
import { OverBudget, paid } from './paid.ts';

export interface CloserParts {
  readonly deps: DraftDeps;
  readonly request: AnswerRequest;
  readonly gathered: Gathered;
  readonly making: Making;
  readonly signal: AbortSignal;
  left(): number;
}

/** From here on a model's word on the intent counts. */
const SURE = 0.6;
const CLASSIFY_MS = 2_500;
const EMBED_MS = 1_500;

/** Where the classifier of the process was unsure, a model is asked; when it fails, what was understood stands. */
export async function understandCloser(ctx: WorkspaceCtx, parts: CloserParts): Promise<void> {
  const { deps, request, gathered, making, signal, left } = parts;
  const models = gathered.models.classify;
  if (request.understanding.sure || models.length === 0) return;
  const fence = createFence(ctx.random);
  const mask = createMask(gathered.bot.masking.on);
  const wanted = { request, intents: await withWorkspace(ctx, (tx) => knownIntents(ctx, tx)), fence, mask };
  const { system, text } = classifyPrompt(wanted);
  const tokensIn = Math.ceil((system.length + text.length) / 3.3) + 100;
  const timeoutMs = Math.min(CLASSIFY_MS, left() * 0.3);
  const found = await spareOf(() =>
    paid(ctx, { bot: gathered.bot, request, making, purpose: 'classify', models, tokensIn, tokensOut: 60 }, () =>
      classifyByModel(deps.models, { workspaceId: ctx.workspaceId, models, timeoutMs, signal }, wanted),
    ),
  );
  if (found !== undefined && found.confidence >= SURE)
    making.know({ intent: found.intent, confidence: found.confidence, intentBy: 'model' });
}

async function knownIntents(ctx: WorkspaceCtx, tx: Parameters<typeof listIntents>[1]): Promise<KnownIntent[]> {
  const intents = await listIntents(ctx, tx, 'pt-BR');
  return intents.filter((one) => !one.archived).map(({ key, name, border }) => ({ key, name, border }));
}

/** The passages by what is meant, where there is a model for it; else those that were found by their words. */
export async function searchCloser(ctx: WorkspaceCtx, parts: CloserParts): Promise<readonly Passage[]> {
  const { gathered, request, deps, making, signal, left } = parts;
  const { embed } = gathered.models;
  if (embed === null) return gathered.passages;
  const vector = await spareOf(() => questionVector(embed));
  if (vector === undefined) return gathered.passages;
  const embedding = { model: embed.model, vector };
  return await withWorkspace(ctx, (tx) => retrieve(ctx, tx, request.question, { limit: PASSAGES, embedding }));

  async function questionVector(model: ModelSpec): Promise<readonly number[] | undefined> {
    const question = createMask(gathered.bot.masking.on).hide(request.question.slice(0, 2_000));
    const asking = {
      workspaceId: ctx.workspaceId,
      models: [model],
      timeoutMs: Math.min(EMBED_MS, left() * 0.25),
      signal,
    };
    const tokensIn = Math.ceil(question.length / 3);
    const what = {
      bot: gathered.bot,
      request,
      making,
      purpose: 'embed' as const,
      models: [model],
      tokensIn,
      tokensOut: 0,
    };
    const answer = await paid(ctx, what, () => deps.models.embed(asking, { texts: [question], as: 'question' }));
    return answer.vectors[0];
  }
}

/** What only makes an answer better is done without when it fails. */
async function spareOf<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ModelError || error instanceof OverBudget) return undefined;
    throw error;
  }
}
