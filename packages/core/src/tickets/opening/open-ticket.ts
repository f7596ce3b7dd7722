import { readWorkspaceSettings } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { get, giveFloor, lock } from '../../conversations/index.ts';
import { openPlace } from '../../departments/index.ts';
import { getWorkspace } from '../../workspaces/index.ts';
import type { Agent, TicketState } from '../acting/types.ts';
import { recordEvents } from '../history/record-events.ts';
import { openTicketRow } from './rows.ts';

export interface TicketToOpen {
  readonly conversationId: string;
  readonly subject?: string | undefined;
  readonly departmentId?: string | undefined;
}

/** A person opens a ticket and has it; an API key puts one into the queue. Returns its id. */
export async function openTicket(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Pick<Agent, 'memberId'>,
  input: TicketToOpen,
): Promise<string> {
  const { id: conversationId } = await get(ctx, tx, input.conversationId);
  if (input.departmentId !== undefined) await openPlace(ctx, tx, { departmentId: input.departmentId });
  await lock(ctx, tx, [conversationId]);
  const { timeZone } = readWorkspaceSettings((await getWorkspace(tx)).settings);
  const now = ctx.clock.now();
  const { memberId } = agent;
  const state = newState(input, memberId, now);
  const made = await tx.one<{ id: string; contactId: string }>(openTicketRow, [
    ctx.workspaceId,
    ctx.ids.uuid(),
    now,
    timeZone,
    state.status,
    state.subject,
    state.departmentId,
    memberId,
    memberId === null ? 'api' : 'person',
    conversationId,
  ]);
  if (made === undefined) throw new Fault('conflict', 'the conversation has a ticket that is not resolved');
  await giveFloor(ctx, tx, [conversationId], 'person', now);
  await recordEvents(ctx, tx, [
    { ticketId: made.id, conversationId, contactId: made.contactId, kind: 'opened', after: state },
  ]);
  return made.id;
}

const newState = ({ subject, departmentId }: TicketToOpen, memberId: string | null, now: Date): TicketState => ({
  status: memberId === null ? 'queued' : 'open',
  priority: 1,
  subject: subject ?? null,
  departmentId: departmentId ?? null,
  queueId: null,
  teamId: null,
  assigneeId: memberId,
  tagIds: [],
  queuedAt: memberId === null ? now : null,
  assignedAt: memberId === null ? null : now,
  snoozedUntil: null,
  resolvedAt: null,
  resolveReason: null,
  reopened: 0,
});
