import { ModelError, type ModelTurn } from '@balcao/ai/port';
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

export interface WriteParts {
  readonly deps: DraftDeps;
  readonly request: AnswerRequest;
  readonly gathered: Gathered;
  readonly passages: readonly Passage[];
  readonly memory: string;
  readonly making: Making;
  readonly signal: AbortSignal;
  /** Milliseconds until it is of no use any more. */
  left(): number;
}

export interface WrittenAnswer {
  readonly judgement: Judgement | { readonly kind: 'confirm'; readonly confirm: Confirmation };
  readonly done: readonly ToolDone[];
  /** Personal data stood in what was asked. */
  readonly personal: boolean;
}

/** Has a model write it, running the tools it asks for, a bounded number of times. Throws ModelError and OverBudget. */
export async function writeAnswer(ctx: WorkspaceCtx, parts: WriteParts): Promise<WrittenAnswer> {
  const { deps, request, gathered, making, signal, left } = parts;
  const { bot, tools, models } = gathered;
  const fence = createFence(ctx.random);
  const mask = createMask(bot.masking.on);
  const prompt = composePrompt(ctx, bot, fence);
  const system = `${prompt.text}\n\n${answerForm}`;
  const offered = tools.map(({ name, description, parameters }) => ({ name, description, parameters }));
  const fixed = Math.ceil((system.length + JSON.stringify(offered).length) / 3.3);
  // The house's own rules are never cut: a small limit takes sources and history away.
  const tokens = Math.max(600, bot.limits.tokensIn - fixed);
  const { turns, passages } = composeTurns({
    request,
    passages: parts.passages,
    memory: parts.memory,
    fence,
    mask,
    tokens,
  });
  making.know({ promptVersionId: bot.prompt.versionId ?? bot.prompt.label });
  const said: ModelTurn[] = [...turns];
  const done: ToolDone[] = [];
  const end = (judgement: WrittenAnswer['judgement']): WrittenAnswer => ({
    judgement,
    done,
    personal: mask.hidden > 0,
  });
  try {
    for (let round = 1; ; round++) {
      const answer = await paid(
        ctx,
        {
          bot,
          request,
          making,
          purpose: 'answer',
          models: models.answer,
          tokensIn: fixed + tokens,
          tokensOut: bot.limits.tokensOut,
        },
        () =>
          deps.models.text(
            { workspaceId: ctx.workspaceId, models: models.answer, timeoutMs: left(), signal },
            {
              purpose: 'answer',
              system,
              turns: said,
              maxOutputTokens: bot.limits.tokensOut,
              ...(round < ROUNDS && offered.length > 0 ? { tools: offered } : {}),
            },
          ),
      );
      making.know({ model: answer.model, modelId: answer.modelId });
      if (answer.calls.length === 0 || round === ROUNDS) {
        const written = { text: answer.text, cut: answer.finish === 'length' };
        const memory = parts.memory;
        const today = new Intl.DateTimeFormat('pt-BR', { timeZone: bot.timeZone }).format(ctx.clock.now());
        return end(judgeAnswer(written, { request, passages, memory, done, mask, leaks: prompt.leaks, today }));
      }
      const called = await runCalls(ctx, answer.calls, { request, tools, making, fence, mask, signal, left });
      done.push(...called.done);
      if (called.confirm !== undefined) return end({ kind: 'confirm', confirm: called.confirm });
      said.push({ by: 'company', text: answer.text, calls: answer.calls }, { by: 'tool', results: called.results });
    }
  } catch (error) {
    // What was done is told, also when nobody is there any more to put it nicely.
    if (done.length > 0 && error instanceof ModelError) return end({ kind: 'garbage' });
    throw error;
  }
}
