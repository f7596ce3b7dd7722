import type { ToolCall, ToolResult } from '@balcao/ai/port';
import type { Language } from '@balcao/contract';
import type { WorkspaceCtx } from '@balcao/db';
import type { Fence, Mask } from '../../governance/index.ts';
import { runTool, type Tool, type ToolDone } from '../../tools/index.ts';
import { isSafe } from '../checking/find-attack.ts';
import type { Making } from '../made.ts';
import { argumentsText, confirmSentences, lowerFirst } from '../sentences.ts';
import type { AnswerRequest } from '../types.ts';
import type { DraftDeps } from './deps.ts';

/** Of one answer of a model: more are no plan but a flood. */
const MOST_CALLS = 3;

export interface CallParts {
  readonly deps: DraftDeps;
  readonly request: AnswerRequest;
  readonly tools: readonly Tool[];
  readonly making: Making;
  readonly fence: Fence;
  readonly mask: Mask;
  readonly signal: AbortSignal;
  /** What was done is added as soon as it is. */
  readonly done: ToolDone[];
  left(): number;
}

export interface Confirmation {
  readonly tool: string;
  readonly args: unknown;
  readonly text: string;
}

export interface Called {
  readonly results: readonly ToolResult[];
  /** The customer is to say yes first: nothing more is done until then. */
  readonly confirm?: Confirmation;
}

/** Runs what a model wants run: of the company's list only, for this customer only. What it wrote is anything, and is judged. */
export async function runCalls(ctx: WorkspaceCtx, calls: readonly ToolCall[], parts: CallParts): Promise<Called> {
  const results: ToolResult[] = [];
  for (const [at, call] of calls.entries()) {
    const tool = parts.tools.find((one) => one.name === call.name);
    const tell = (output: unknown) =>
      void results.push({ id: call.id, name: call.name, output: fenced(parts, output) });
    if (tool === undefined || at >= MOST_CALLS) {
      tell({ error: tool === undefined ? 'unknown_tool' : 'too_many_calls' });
      continue;
    }
    const args = parts.mask.showIn(call.args);
    // Who only tries it out sees what would run, and it does not.
    if (tool.confirm || parts.deps.trial !== undefined) {
      const confirm = confirmation(tool, args, parts.request.language);
      if (confirm !== undefined) return { results, confirm };
      tell({ error: 'bad_arguments' });
      continue;
    }
    const since = ctx.clock.monotonic();
    const { contactId, conversationId, language } = parts.request;
    const once = onceOf(parts.request, ctx.clock.now());
    const run = { tool: tool.name, args, contactId, conversationId, once, language, timeoutMs: parts.left() };
    const outcome = await runTool(ctx, run, parts.signal);
    const ms = Math.round(ctx.clock.monotonic() - since);
    parts.making.used({ tool: tool.name, ok: outcome.ok, problem: outcome.ok ? undefined : outcome.problem, ms });
    if (!outcome.ok) tell({ error: outcome.problem });
    else if (!isSafe(JSON.stringify(outcome.result))) tell({ error: 'bad_answer' });
    else {
      parts.done.push(outcome);
      tell(outcome.result);
    }
  }
  return { results };
}

const AGAIN_MS = 10 * 60_000;

/** Whoever writes on while it is done asks anew, in another draft: the same deed for the same talk is one for some minutes. */
const onceOf = ({ conversationId }: AnswerRequest, now: Date): string =>
  `${conversationId}:${Math.floor(now.getTime() / AGAIN_MS)}`;

/** What a system answered is written by others too. */
const fenced = ({ fence, mask }: CallParts, output: unknown): string =>
  fence.wrap('ferramenta', mask.hide(JSON.stringify(output).slice(0, 4_000)));

/** The question that the customer says yes or no to, in our words and not in the model's. */
function confirmation(tool: Tool, args: unknown, language: Language): Confirmation | undefined {
  const judged = tool.accepts(args);
  if (judged === undefined) return undefined;
  const what = tool.description.trim().replace(/[.!]+$/, '');
  return {
    tool: tool.name,
    args: judged,
    text: confirmSentences[language](lowerFirst(what), argumentsText(judged, tool, language)),
  };
}
