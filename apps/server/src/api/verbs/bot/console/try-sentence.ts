import { detectAttack, finished } from '@balcao/ai/local';
import type { Models } from '@balcao/ai/port';
import type { Language } from '@balcao/contract';
import { type AnswerRequest, answerLocally, type Draft, draftAnswer, type Said } from '@balcao/core/answers';
import { type Bot, getPrompt, type PromptInForce, readBot } from '@balcao/core/governance';
import { loadClassifier } from '@balcao/core/intents';
import { knowledgeVersion, retrieve } from '@balcao/core/knowledge';
import { decide, policyOf, type TurnFacts, understand } from '@balcao/core/orchestrator';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { watchModels } from './watch-models.ts';

export interface Tried {
  readonly sentence: string;
  readonly history: readonly Said[];
  readonly contactId?: string | undefined;
  readonly model: boolean;
  readonly promptId?: string | undefined;
}

/** As long as a customer would wait, and a little more for who looks on. */
const PATIENCE_MS = 25_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const PASSAGES = 6;

/** What the bot would make of a sentence, step by step, with the code that answers customers; nothing is stored of it but what it cost. */
export async function trySentence(ctx: WorkspaceCtx, models: Models | undefined, tried: Tried) {
  const { bot, prompt, understanding, retrieval } = await read(ctx, tried);
  const request = requestOf(ctx, bot.language, tried, understanding);
  const watched = models === undefined || !tried.model ? undefined : watchModels(models);
  const draft = await draftOf(ctx, watched?.models, request, { prompt, withMemory: tried.contactId !== undefined });
  return {
    bot,
    prompt: prompt ?? bot.prompt,
    understanding,
    retrieval,
    draft,
    prompts: watched?.seen ?? [],
    ...decided(ctx, bot, tried, understanding, draft),
  };
}

function read(ctx: WorkspaceCtx, { sentence, promptId }: Tried) {
  return withWorkspace(ctx, async (tx) => {
    const bot = await readBot(ctx, tx);
    const [classifier, passages, version, chosen] = await Promise.all([
      loadClassifier(ctx, tx),
      retrieve(ctx, tx, sentence, { limit: PASSAGES }),
      knowledgeVersion(ctx, tx),
      promptId === undefined ? undefined : getPrompt(tx, promptId),
    ]);
    const understood = understand(sentence, classifier, bot);
    const prompt: PromptInForce | undefined = chosen && {
      versionId: chosen.id,
      label: `v${chosen.version}`,
      text: chosen.text,
    };
    return {
      bot,
      prompt,
      understanding: { ...understood, attack: detectAttack(sentence), finished: finished(sentence) },
      retrieval: { version, passages },
    };
  });
}

type Understanding = Awaited<ReturnType<typeof read>>['understanding'];

function requestOf(ctx: WorkspaceCtx, language: Language, tried: Tried, understood: Understanding): AnswerRequest {
  const { intent, confidence, sure, version } = understood;
  const now = ctx.clock.now();
  return {
    conversationId: NOBODY,
    contactId: tried.contactId ?? NOBODY,
    channelId: NOBODY,
    messageId: ctx.ids.uuid(),
    question: tried.sentence,
    history: tried.history,
    understanding: { intent, confidence, sure, version },
    language,
    deadline: new Date(now.getTime() + PATIENCE_MS),
  };
}

const draftOf = (
  ctx: WorkspaceCtx,
  models: Models | undefined,
  request: AnswerRequest,
  trial: { readonly prompt: PromptInForce | undefined; readonly withMemory: boolean },
): Promise<Draft> =>
  models === undefined
    ? withWorkspace(ctx, (tx) => answerLocally(ctx, tx, request))
    : draftAnswer(ctx, { models, trial }, request, new AbortController().signal);

/** The same table as for customers, in a talk that begins with this sentence, its answer being there already. */
function decided(ctx: WorkspaceCtx, bot: Bot, { sentence }: Tried, understanding: Understanding, draft: Draft) {
  const now = ctx.clock.now().getTime();
  const facts: TurnFacts = {
    now,
    mode: 'assistant',
    floor: 'bot',
    floorSince: null,
    askedAt: now,
    windowUntil: now + 86_400_000,
    joined: false,
    messages: [
      { id: ctx.ids.uuid(), seq: 1, kind: 'text', body: sentence, content: { text: sentence }, at: now, takenAt: now },
    ],
    language: bot.language,
    joinBubbles: bot.bubbles.join !== 'never',
    policy: policyOf(bot, new Date(now)),
    understood: { ...understanding, attack: understanding.attack.attack },
    draft,
  };
  const decision = decide(facts);
  // Not every sentence asks for an answer: where the table does not, the draft is not used, and that shows.
  return { decision };
}
