import { readWorkspaceSettings, type TicketPriority } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { checkTags, openPlace, type Target } from '../../departments/index.ts';
import { getWorkspace } from '../../workspaces/index.ts';
import { priorityNumber } from '../inbox/priorities.ts';
import { actOn, type Outcome } from './act-on.ts';
import type { Action, Agent } from './types.ts';

/** What somebody asks to be done, in the words of the operations. */
export type ActionRequest =
  | { readonly do: 'claim' | 'wait' }
  | { readonly do: 'release' | 'reopen' | 'reset-bot'; readonly reason?: string | undefined }
  | { readonly do: 'resolve'; readonly reason?: string | undefined }
  | { readonly do: 'assign'; readonly memberId: string; readonly reason?: string | undefined }
  | ({ readonly do: 'transfer'; readonly reason: string } & Target)
  | { readonly do: 'set-priority'; readonly priority: TicketPriority }
  | { readonly do: 'set-subject'; readonly subject: string | null }
  | { readonly do: 'set-tags' | 'add-tags' | 'remove-tags'; readonly tagIds: readonly string[] }
  | { readonly do: 'snooze'; readonly until: Date; readonly reason?: string | undefined }
  | { readonly do: 'hand-off'; readonly departmentId?: string | undefined; readonly reason?: string | undefined };

/** Does one thing to many tickets in this transaction, and tells what became of each. Throws when the request itself cannot be. */
export async function act(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Agent,
  ticketIds: readonly string[],
  request: ActionRequest,
): Promise<Outcome[]> {
  return await actOn(ctx, tx, agent, ticketIds, await prepare(ctx, tx, request));
}

/** To one ticket: whether it changed, or the reason why not is thrown. */
export async function actOnOne(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Agent,
  ticketId: string,
  request: ActionRequest,
): Promise<boolean> {
  const [outcome] = await act(ctx, tx, agent, [ticketId], request);
  if (outcome === undefined) throw new Fault('internal', 'one ticket was asked for and none came back');
  if ('fault' in outcome) throw outcome.fault;
  return outcome.changed;
}

/** Looks up what the action needs and holds it open until the end of the transaction: the place, the tags, the company's rules. */
async function prepare(ctx: WorkspaceCtx, tx: Tx, request: ActionRequest): Promise<Action> {
  switch (request.do) {
    case 'assign':
      await openPlace(ctx, tx, { memberId: request.memberId });
      return request;
    case 'transfer': {
      const { reason, departmentId, queueId, teamId, memberId } = request;
      return { do: 'transfer', reason, place: await openPlace(ctx, tx, { departmentId, queueId, teamId, memberId }) };
    }
    case 'hand-off':
      if (request.departmentId !== undefined) await openPlace(ctx, tx, { departmentId: request.departmentId });
      return request;
    case 'set-priority':
      return { do: 'set-priority', priority: priorityNumber(request.priority) };
    case 'set-tags':
      await checkTags(ctx, tx, request.tagIds, true);
      return { do: 'set-tags', set: request.tagIds };
    case 'add-tags':
      await checkTags(ctx, tx, request.tagIds);
      return { do: 'set-tags', add: request.tagIds };
    case 'remove-tags':
      return { do: 'set-tags', remove: request.tagIds };
    case 'resolve':
      return await prepareResolve(tx, request.reason);
    default:
      return request;
  }
}

async function prepareResolve(tx: Tx, reason: string | undefined): Promise<Action> {
  const settings = readWorkspaceSettings((await getWorkspace(tx)).settings);
  if (settings.requireResolveReason && reason === undefined)
    throw new Fault('invalid_input', 'this company asks for a reason when a ticket is resolved', {
      issues: [{ path: 'reason', problem: 'a reason is needed' }],
    });
  return { do: 'resolve', reason, botAnswers: settings.botAfterResolve };
}
