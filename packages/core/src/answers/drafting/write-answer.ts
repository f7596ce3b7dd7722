import type { ModelTurn, TextRequest } from '@balcao/ai/port';
import type { WorkspaceCtx } from '@balcao/db';
import { composePrompt, createFence, createMask } from '../../governance/index.ts';
import type { Passage } from '../../knowledge/index.ts';
import type { ToolDone } from '../../tools/index.ts';
import type { Making } from '../made.ts';
import type { AnswerRequest } from '../types.ts';
import { answerForm } from './answer-form.ts';
import { composeTurns } from './compose-turns.ts';
import type { DraftDeps } from './deps.ts';
import type { Gathered } from './gather.ts';
import { type Judgement, judgeAnswer } from './judge-answer.ts';
import { paid } from './paid.ts';
import { type Confirmation, runCalls } from './run-calls.ts';

/** Times that a model is asked for one answer; at the last it gets no tools any more. */
const ROUNDS = 3;
/** Sources and history get that much, however long the prompt of the company is. */
const LEAST_TOKENS = 600;

export interface WriteParts {
  readonly deps: DraftDeps;
  readonly request: AnswerRequest;
  readonly gathered: Gathered;
  readonly passages: readonly Passage[];
  readonly making: Making;
  readonly signal: AbortSignal;
  /** What tools have done so far: also for whoever gives up waiting. */
  readonly done: ToolDone[];
  /** Milliseconds until it is of no use any more. */
  left(): number;
}

export type Written = Judgement | { readonly kind: 'confirm'; readonly confirm: Confirmation };

/** Has a model write it, running the tools it asks for, a bounded number of times. Throws ModelError and OverBudget. */
export async function writeAnswer(ctx: WorkspaceCtx, parts: WriteParts): Promise<Written> {
  const { request, gathered, making } = parts;
  const brief = prepare(ctx, parts);
  const said: ModelTurn[] = [...brief.turns];
  for (let round = 1; ; round++) {
    const answer = await ask(ctx, parts, brief, said, round < ROUNDS);
    making.know({ model: answer.model, modelId: answer.modelId });
    if (answer.calls.length === 0 || round === ROUNDS) {
      const { passages, mask, leaks } = brief;
      const today = new Intl.DateTimeFormat('pt-BR', { timeZone: gathered.bot.timeZone }).format(ctx.clock.now());
      const grounds = { request, passages, memory: gathered.memory.text, done: parts.done, mask, leaks, today };
      return judgeAnswer({ text: answer.text, cut: answer.finish === 'length' }, grounds);
    }
    const called = await runCalls(ctx, answer.calls, { ...parts, ...brief, tools: gathered.tools });
    if (called.confirm !== undefined) return { kind: 'confirm', confirm: called.confirm };
    said.push({ by: 'company', text: answer.text, calls: answer.calls }, { by: 'tool', results: called.results });
  }
}

/** All that the model is told, within the company's limit of tokens. The house's own rules are never cut. */
function prepare(ctx: WorkspaceCtx, { request, gathered, passages, making }: WriteParts) {
  const { bot, tools, memory } = gathered;
  const fence = createFence(ctx.random);
  const mask = createMask(bot.masking.on);
  const { text, leaks } = composePrompt(ctx, bot, fence);
  const system = `${text}\n\n${answerForm}`;
  const offered = tools.map(({ name, description, parameters }) => ({ name, description, parameters }));
  const fixed = Math.ceil((system.length + JSON.stringify(offered).length) / 3.3);
  const tokens = Math.max(LEAST_TOKENS, bot.limits.tokensIn - fixed);
  making.know({ promptVersionId: bot.prompt.versionId ?? undefined, promptLabel: bot.prompt.label });
  const composed = composeTurns({ request, passages, memory: memory.text, fence, mask, tokens });
  return { ...composed, system, leaks, offered, fence, mask, tokensIn: fixed + tokens };
}

function ask(
  ctx: WorkspaceCtx,
  { deps, request, gathered, making, signal, left }: WriteParts,
  { system, offered, tokensIn }: ReturnType<typeof prepare>,
  said: readonly ModelTurn[],
  withTools: boolean,
) {
  const { bot, models } = gathered;
  const tokensOut = bot.limits.tokensOut;
  const asked: TextRequest = {
    purpose: 'answer',
    system,
    turns: [...said],
    maxOutputTokens: tokensOut,
    ...(withTools && offered.length > 0 ? { tools: offered } : {}),
  };
  const what = { bot, request, making, purpose: 'answer' as const, models: models.answer, tokensIn, tokensOut };
  const { workspaceId } = ctx;
  return paid(ctx, what, () =>
    deps.models.text({ workspaceId, models: models.answer, timeoutMs: left(), signal }, asked),
  );
}
