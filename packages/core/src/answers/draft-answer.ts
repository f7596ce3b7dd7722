import { ModelError } from '@balcao/ai/port';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { findCached, keepCached, recordAttack, refusalSentences } from '../governance/index.ts';
import type { Passage } from '../knowledge/index.ts';
import type { ToolDone } from '../tools/index.ts';
import { localDraft, sourceOf } from './answer-locally.ts';
import { isSafe } from './checking/find-attack.ts';
import type { DraftDeps } from './drafting/deps.ts';
import { type Gathered, gather } from './drafting/gather.ts';
import { searchCloser, understandCloser } from './drafting/look-closer.ts';
import { OverBudget } from './drafting/paid.ts';
import { type Written, writeAnswer } from './drafting/write-answer.ts';
import { failedWhy, Making } from './made.ts';
import type { AnswerRequest, Draft, Made, Source } from './types.ts';

/** Kept back from the deadline: for the row, and for the turn that says it. */
const MARGIN_MS = 300;

/** Of what counts as a source: a model reads what may hold the answer, and says so when it does not. */
const WORTH_READING = 0.01;

interface Work {
  readonly deps: DraftDeps;
  readonly request: AnswerRequest;
  readonly making: Making;
  readonly signal: AbortSignal;
  left(): number;
  /** What is known and done so far, for when time runs out. */
  gathered: Gathered | undefined;
  readonly done: ToolDone[];
}

/** What the bot would say, with a model where there is one. Opens its own short transactions, keeps the deadline and never throws. */
export async function draftAnswer(
  ctx: WorkspaceCtx,
  deps: DraftDeps,
  request: AnswerRequest,
  signal: AbortSignal,
): Promise<Draft> {
  const making = new Making(ctx.clock, request);
  const timeoutMs = request.deadline.getTime() - ctx.clock.now().getTime() - MARGIN_MS;
  if (timeoutMs <= 0) return making.draft('template', { kind: 'failed', why: 'timeout' });
  const until = ctx.clock.monotonic() + timeoutMs;
  const late = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, late]);
  const left = () => Math.max(1, until - ctx.clock.monotonic());
  const work: Work = { deps, request, making, signal: either, left, gathered: undefined, done: [] };
  const over = new Promise<'over'>((resolve) => {
    if (either.aborted) resolve('over');
    else either.addEventListener('abort', () => resolve('over'), { once: true });
  });
  const drafted = draft(ctx, work).catch((error: unknown) => giveWay(ctx, work, error));
  const first = await Promise.race([drafted, over]);
  if (first !== 'over') return first;
  return withoutModel(work, signal.aborted ? 'aborted' : 'timeout');
}

async function draft(ctx: WorkspaceCtx, work: Work): Promise<Draft> {
  const { request, making } = work;
  const gathered = await gather(ctx, request, work.deps.trial);
  work.gathered = gathered;
  const { bot, models, budget, attack } = gathered;
  making.know({ knowledgeVersion: gathered.knowledgeVersion, attack });
  if (attack !== undefined) {
    const text = refusalSentences.attack[request.language];
    return making.draft('template', { kind: 'refused', why: 'attack', text });
  }
  const local = localDraft(making, bot, request, gathered.passages, gathered.subject);
  if (models.answer.length === 0) return local;
  // Saving: a model is asked only where nothing of the company's own is sure enough.
  if (budget !== 'full' && local.kind === 'answer') return local;
  if (budget === 'local' || budget === 'handoff') return making.draft('template', { kind: 'failed', why: 'budget' });
  const parts = { ...work, gathered };
  const found = await searchCloser(ctx, parts);
  const known = await cached(ctx, parts, found);
  if (known !== undefined) return known;
  await understandCloser(ctx, parts);
  if (
    making.intent === 'human' ||
    (making.intent !== request.understanding.intent && bot.handoff.intents.includes(making.intent))
  )
    return making.draft('model', { kind: 'handoff', reason: 'asked' });
  // A page that gives orders is no source, whoever published it.
  const passages = found.filter((one) => one.score >= bot.confidence.source * WORTH_READING && isSafe(one.text));
  if (passages.length === 0 && gathered.tools.length === 0)
    return making.draft('local', { kind: 'unsure', why: 'no_source' });
  return await conclude(ctx, parts, await writeAnswer(ctx, { ...parts, passages }));
}

type Prepared = Work & { readonly gathered: Gathered };

/** The same question was answered before, from the same sources: nobody is asked again. */
async function cached(ctx: WorkspaceCtx, work: Prepared, found: readonly Passage[]): Promise<Draft | undefined> {
  const { request, making, gathered, deps } = work;
  if (deps.trial !== undefined) return undefined;
  const { question, language } = request;
  const passageIds = found.map((one) => one.id);
  const ground = { question, language, passageIds, knowledgeVersion: gathered.knowledgeVersion };
  const hit = await findCached(ctx, gathered.bot, ground);
  if (hit === undefined) return undefined;
  const { model, modelId, promptVersionId, promptLabel } = hit.made as Partial<Made>; // kept by us below
  making.know({ model, modelId, promptVersionId, promptLabel });
  return making.draft('cache', { kind: 'answer', text: hit.answer, sources: hit.sources as readonly Source[] }); // as above
}

async function conclude(ctx: WorkspaceCtx, work: Prepared, judgement: Written): Promise<Draft> {
  const { request, making, done } = work;
  switch (judgement.kind) {
    case 'good':
      return await answered(ctx, work, judgement.text, judgement.passages);
    case 'confirm':
      return making.draft('model', { kind: 'confirm', ...judgement.confirm });
    case 'person':
      return making.draft('model', { kind: 'handoff', reason: 'asked' });
    case 'refused': {
      const { why, signs } = judgement;
      if (why === 'leak' && work.deps.trial === undefined) await noteLeak(ctx, request, signs ?? []);
      return making.draft('model', { kind: 'refused', why, text: refusalSentences[why][request.language] });
    }
    default:
      if (done.length > 0) return toldByTools(work);
      if (judgement.kind === 'garbage') return withoutModel(work, 'garbage');
      return making.draft('model', judgement);
  }
}

async function answered(
  ctx: WorkspaceCtx,
  { making, request, gathered, done, deps }: Prepared,
  text: string,
  passages: readonly Passage[],
): Promise<Draft> {
  const sources = passages.map(sourceOf);
  const draft = making.draft('model', { kind: 'answer', text, sources, ...extrasOf(done) });
  if (deps.trial !== undefined) return draft;
  const { question, language, contactId } = request;
  const { bot, knowledgeVersion, memory } = gathered;
  const it = { question, language, contactId, knowledgeVersion, answer: text, sources, made: draft.made };
  const personal = { known: memory.known, usedTools: done.length > 0, passageIds: passages.map((one) => one.id) };
  // Kept in vain is no harm; an answer lost over it would be one.
  await withWorkspace(ctx, (tx) => keepCached(ctx, tx, bot, { ...it, ...personal })).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'an answer could not be kept'),
  );
  return draft;
}

/** What was done is told, in the tool's own words, also when nobody is there any more to put it nicely. */
const toldByTools = ({ making, done }: Work): Draft =>
  making.draft('template', {
    kind: 'answer',
    text: [...new Set(done.map((one) => one.text))].join('\n'),
    sources: [],
    ...extrasOf(done),
  });

function extrasOf(done: readonly ToolDone[]): Pick<Extract<Draft, { kind: 'answer' }>, 'mediaIds' | 'handoff'> {
  const mediaIds = done.flatMap((one) => one.mediaIds ?? []);
  const handoff = done.find((one) => one.handoff)?.handoff;
  return { ...(mediaIds.length > 0 ? { mediaIds } : {}), ...(handoff ? { handoff } : {}) };
}

function noteLeak(ctx: WorkspaceCtx, request: AnswerRequest, signs: readonly string[]): Promise<void> {
  const { conversationId, messageId, contactId } = request;
  return withWorkspace(ctx, (tx) =>
    recordAttack(tx, ctx, { kind: 'leak', place: 'answer', conversationId, messageId, contactId, signs }),
  );
}

/** A model failed, the money is used up, or we did: what the company wrote may still answer. */
function giveWay(ctx: WorkspaceCtx, work: Work, error: unknown): Draft {
  const { making, request } = work;
  if (error instanceof OverBudget) return withoutModel(work, 'budget');
  if (error instanceof ModelError) {
    if (error.failure !== 'refused' || work.done.length > 0) return withoutModel(work, failedWhy(error));
    return making.draft('model', { kind: 'refused', why: 'safety', text: refusalSentences.safety[request.language] });
  }
  ctx.log.error({ err: error, correlationId: request.conversationId }, 'an answer could not be drafted');
  return withoutModel(work, 'error');
}

function withoutModel(work: Work, why: Extract<Draft, { kind: 'failed' }>['why']): Draft {
  const { making, gathered, request } = work;
  if (work.done.length > 0) return toldByTools(work);
  if (why !== 'aborted' && gathered !== undefined) {
    const local = localDraft(making, gathered.bot, request, gathered.passages, gathered.subject);
    if (local.kind === 'answer') return local;
  }
  return making.draft('template', { kind: 'failed', why });
}
