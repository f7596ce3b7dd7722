import type { Models } from '@balcao/ai/port';
import { draftAnswer } from '@balcao/core/answers';
import { runFetch } from '@balcao/core/flows';
import { answerRequest, type ClaimedErrand, type ErrandResult } from '@balcao/core/orchestrator';
import { runTool } from '@balcao/core/tools';
import type { WorkspaceCtx } from '@balcao/db';

/** Does one errand. Undefined: nothing came of it, as when it was stopped. */
export type ErrandExecutor = (
  ctx: WorkspaceCtx,
  errand: ClaimedErrand,
  signal: AbortSignal,
) => Promise<ErrandResult | undefined>;

/** What each kind of errand runs. What throws has failed: the customer is told at once, not when the time is over. */
export function createExecutor(models: Models): ErrandExecutor {
  return async (ctx, errand, signal) => {
    const { request } = errand;
    try {
      switch (request.kind) {
        case 'answer':
          return await draftAnswer(ctx, { models }, await answerRequest(ctx, errand, request), signal);
        case 'http':
          return await runFetch(ctx, request.request, signal);
        case 'tool': {
          const { contactId, conversationId, id: once } = errand;
          const { tool, args, language } = request;
          const timeoutMs = Math.max(1, errand.giveUpAt.getTime() - ctx.clock.now().getTime());
          return await runTool(
            ctx,
            { tool, args, contactId, conversationId, once, confirmed: true, timeoutMs, language },
            signal,
          );
        }
      }
    } catch (error) {
      if (signal.aborted) return undefined;
      ctx.log.warn({ err: error, correlationId: errand.conversationId, kind: errand.kind }, 'an errand failed');
      return failed(errand);
    }
  };
}

function failed({ request }: ClaimedErrand): ErrandResult {
  if (request.kind === 'http') return { ok: false, why: 'unreachable' };
  if (request.kind === 'tool') return { ok: false, problem: 'failed', detail: 'it threw' };
  const { intent, confidence } = request.understanding;
  const nothing = { tokensIn: 0, tokensOut: 0, costMicros: 0, ms: 0, tools: [], tried: [] };
  return { kind: 'failed', why: 'error', made: { by: 'template', intent, confidence, intentBy: 'local', ...nothing } };
}
