import type { OutboundContent } from '@balcao/channels/port';
import type { MacroAction } from '@balcao/contract';
import { type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { findPlace, type QueuedReply, type ThreadPlace } from '../../messages/index.ts';
import { type ActionRequest, type Agent, actOnOne, addNote, getTicket } from '../../tickets/index.ts';
import { fillVariables } from '../canned/fill-variables.ts';
import { readFacts } from '../canned/read-facts.ts';
import { renderCanned } from '../canned/render-canned.ts';
import { type Keeper, mayUse } from '../keeper.ts';
import { filesOf } from '../sending/files-of.ts';
import { sendMessage } from '../sending/send-message.ts';
import type { SendChannel } from '../sending/types.ts';
import type { Macro } from './macro.ts';
import { getMacro } from './rows.ts';

export interface MacroStep {
  readonly do: MacroAction['do'];
  readonly state: 'done' | 'unchanged' | 'failed' | 'undone' | 'not_reached';
  readonly fault?: Fault;
}

export interface MacroRun {
  readonly done: boolean;
  readonly steps: readonly MacroStep[];
  readonly queued: readonly QueuedReply[];
}

export interface MacroRunner {
  readonly keeper: Keeper;
  readonly agent: Agent;
  readonly origin: 'person' | 'api';
  channel(channelId: string): SendChannel;
}

interface Running extends MacroRunner {
  readonly ticketId: string;
  readonly conversationId: string;
  readonly queued: QueuedReply[];
}

/** Ends the transaction with what had been done so far. */
class Stopped extends Error {
  readonly steps: readonly MacroStep[];
  constructor(steps: readonly MacroStep[]) {
    super('a step of a macro would not go');
    this.steps = steps;
  }
}

/** All steps in one transaction: either every one counts, or none does and the run says at which it stopped, and why. */
export async function runMacro(
  ctx: WorkspaceCtx,
  runner: MacroRunner,
  asked: { readonly macroId: string; readonly ticketId: string },
): Promise<MacroRun> {
  try {
    return await withWorkspace(ctx, (tx) => runAll(ctx, tx, runner, asked));
  } catch (error) {
    if (error instanceof Stopped) return { done: false, steps: error.steps, queued: [] };
    throw error;
  }
}

async function runAll(
  ctx: WorkspaceCtx,
  tx: Tx,
  runner: MacroRunner,
  asked: { readonly macroId: string; readonly ticketId: string },
): Promise<MacroRun> {
  const macro = await tx.one<Macro>(getMacro, [ctx.workspaceId, asked.macroId]);
  if (macro === undefined || !mayUse(runner.keeper, macro)) throw new Fault('not_found', 'there is no such macro');
  const { conversationId } = await getTicket(ctx, tx, runner.agent, { ticketId: asked.ticketId });
  const running: Running = { ...runner, ticketId: asked.ticketId, conversationId, queued: [] };
  const steps: MacroStep[] = [];
  for (const [n, action] of macro.actions.entries()) {
    try {
      const changed = await runStep(ctx, tx, running, action);
      steps.push({ do: action.do, state: changed ? 'done' : 'unchanged' });
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'unavailable' || error.code === 'internal') throw error;
      const rest = macro.actions.slice(n + 1).map((one) => ({ do: one.do, state: 'not_reached' as const }));
      const before = steps.map((step) => ({
        ...step,
        state: step.state === 'done' ? ('undone' as const) : step.state,
      }));
      throw new Stopped([...before, { do: action.do, state: 'failed', fault: error }, ...rest]);
    }
  }
  const data = { macroId: macro.id, ticketId: asked.ticketId, steps: steps.length };
  await record(tx, ctx, [{ type: 'macro.run', conversationId, data }]);
  return { done: true, steps, queued: running.queued };
}

async function runStep(ctx: WorkspaceCtx, tx: Tx, running: Running, action: MacroAction): Promise<boolean> {
  const { keeper, agent, ticketId, conversationId } = running;
  const act = (request: ActionRequest) => actOnOne(ctx, tx, agent, ticketId, request);
  switch (action.do) {
    case 'send_text': {
      const { text } = fillVariables(action.text, await readFacts(ctx, tx, conversationId, keeper.memberId));
      return await send(ctx, tx, running, [{ kind: 'text', text }]);
    }
    case 'send_canned': {
      const canned = await renderCanned(ctx, tx, keeper, { id: action.cannedId, conversationId });
      const words: OutboundContent[] = canned.text.trim() === '' ? [] : [{ kind: 'text', text: canned.text }];
      return await send(ctx, tx, running, [...words, ...(await filesOf(ctx, tx, canned.mediaIds))]);
    }
    case 'set_tags': {
      const added = action.add.length > 0 && (await act({ do: 'add-tags', tagIds: action.add }));
      const removed = action.remove.length > 0 && (await act({ do: 'remove-tags', tagIds: action.remove }));
      return added || removed;
    }
    case 'set_priority':
      return await act({ do: 'set-priority', priority: action.priority });
    case 'set_department':
      return await act({ do: 'transfer', departmentId: action.departmentId, reason: 'macro' });
    case 'assign_to_me':
      return await act({ do: 'claim' });
    case 'note':
      await addNote(ctx, tx, agent, { ticketId, text: action.text, mentions: [] });
      return true;
    case 'snooze':
      return await act({ do: 'snooze', until: new Date(ctx.clock.now().getTime() + action.minutes * 60_000) });
    case 'resolve':
      return await act({ do: 'resolve', ...(action.reason === undefined ? {} : { reason: action.reason }) });
  }
}

async function send(
  ctx: WorkspaceCtx,
  tx: Tx,
  running: Running,
  contents: readonly OutboundContent[],
): Promise<boolean> {
  const place: ThreadPlace = await findPlace(ctx, tx, running.conversationId);
  const channel = running.channel(place.channelId);
  for (const content of contents) {
    const { queued } = await sendMessage(ctx, tx, { place, channel, content, origin: running.origin });
    running.queued.push(...queued);
  }
  return contents.length > 0;
}
