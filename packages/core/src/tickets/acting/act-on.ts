import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { endBotTalks, giveFloor, lock, restartBot } from '../../conversations/index.ts';
import { recordEvents, type TicketChange } from '../history/record-events.ts';
import { type Plan, planChange, stateOf } from './plan-change.ts';
import { changeTickets, conversationsOf, loadTickets } from './rows.ts';
import { judge, type Whose } from './rules.ts';
import { type Action, type Agent, maySee, type TicketFacts, type TicketState } from './types.ts';

/** What became of one ticket: changed, so already, or why not. */
export type Outcome =
  | { readonly ticketId: string; readonly changed: boolean }
  | { readonly ticketId: string; readonly fault: Fault };

interface Step {
  readonly ticket: TicketFacts;
  readonly plan: Plan;
}

/**
 * One action on many tickets: lock, read, judge by the table, plan (pure), write. Two who want the same ticket come one after the other,
 * and the second is told by whom they were beaten.
 */
export async function actOn(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Agent,
  ticketIds: readonly string[],
  action: Action,
): Promise<Outcome[]> {
  const ids = [...new Set(ticketIds)];
  const conversations = await tx.rows<{ id: string }>(conversationsOf, [ctx.workspaceId, ids]);
  await lock(
    ctx,
    tx,
    conversations.map((row) => row.id),
  );
  const found = await tx.rows<TicketFacts>(loadTickets, [ctx.workspaceId, ids]);
  const byId = new Map(found.map((ticket) => [ticket.id, ticket]));
  const steps: Step[] = [];
  const reopening = new Set<string>();
  const outcomes = ids.map((ticketId): Outcome => {
    const judged = decide(byId.get(ticketId), action, agent, ctx.clock.now(), reopening);
    if (judged instanceof Fault) return { ticketId, fault: judged };
    if (judged !== undefined) steps.push(judged);
    return { ticketId, changed: judged !== undefined };
  });
  await write(ctx, tx, steps);
  return outcomes;
}

/** What is to be written, nothing when it is so already, or why it cannot be. */
function decide(
  ticket: TicketFacts | undefined,
  action: Action,
  agent: Agent,
  now: Date,
  reopening: Set<string>,
): Step | Fault | undefined {
  if (ticket === undefined || !maySee(agent, ticket)) return new Fault('not_found', 'there is no such ticket');
  const verdict = judge(action.do, ticket.status, whoseIs(ticket, agent), agent.mayAssign);
  if (verdict === 'no') return new Fault('wrong_status', `a ticket that is ${ticket.status} cannot be ${action.do}`);
  if (verdict === 'claimed') return claimedBy(ticket);
  if (verdict === 'not_yours')
    return new Fault('forbidden', 'this ticket is another person’s: it needs the scope tickets:assign');
  const fault = verdict === 'yes' ? refuse(ticket, action, agent, now, reopening) : undefined;
  if (fault !== undefined) return fault;
  if (verdict === 'already') return undefined;
  const plan = planChange(ticket, action, agent.memberId, now);
  const same = action.do !== 'reset-bot' && sameAs(ticket, plan);
  return same ? undefined : { ticket, plan };
}

function whoseIs(ticket: TicketFacts, { memberId }: Agent): Whose {
  if (ticket.assigneeId === null) return 'nobodys';
  return ticket.assigneeId === memberId ? 'own' : 'others';
}

const claimedBy = ({ assigneeId, assigneeName }: TicketFacts): Fault =>
  new Fault('already_claimed', 'another person has this ticket: see holder', {
    holder: { id: assigneeId, name: assigneeName ?? '' },
  });

const FARTHEST_SNOOZE_MS = 366 * 86_400_000;

/** What the table cannot know. */
function refuse(
  ticket: TicketFacts,
  action: Action,
  agent: Agent,
  now: Date,
  reopening: Set<string>,
): Fault | undefined {
  if (action.do === 'claim' && agent.memberId === null)
    return new Fault('forbidden', 'only a person takes a ticket; an API key assigns it to one');
  if (action.do === 'snooze') {
    const wait = action.until.getTime() - now.getTime();
    if (!(wait > 0 && wait <= FARTHEST_SNOOZE_MS))
      return new Fault('invalid_input', 'a ticket is put away until a time within the next year');
  }
  if (action.do === 'reset-bot' && !ticket.hasBot)
    return new Fault('wrong_status', 'the channel of this ticket has no bot');
  if (action.do === 'wake' && (ticket.snoozedUntil === null || ticket.snoozedUntil > now))
    return new Fault('wrong_status', 'its time has not come');
  if (action.do === 'reopen') {
    if (ticket.hasOther || reopening.has(ticket.conversationId))
      return new Fault('conflict', 'the conversation has another ticket that is not resolved');
    reopening.add(ticket.conversationId);
  }
  return undefined;
}

/** The time of waiting alone is no change. */
const comparable = ({ queuedAt: _queuedAt, assignedAt: _assignedAt, ...state }: TicketState): string =>
  JSON.stringify({ ...state, tagIds: [...state.tagIds].sort() });

const sameAs = (ticket: TicketFacts, { after }: Plan): boolean => comparable(stateOf(ticket)) === comparable(after);

async function write(ctx: WorkspaceCtx, tx: Tx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const now = ctx.clock.now();
  const rows = steps.map(({ ticket, plan }) => ({ id: ticket.id, was: ticket.status, ...plan.after }));
  const changed = await tx.rows(changeTickets, [ctx.workspaceId, JSON.stringify(rows), now]);
  if (changed.length !== steps.length) throw new Fault('conflict', 'a ticket changed meanwhile');
  for (const floor of ['person', 'bot'] as const) {
    const given = steps.filter((step) => step.plan.floor === floor).map((step) => step.ticket.conversationId);
    await giveFloor(ctx, tx, given, floor, now);
  }
  const ended = steps.filter((step) => step.plan.kind === 'resolved').map((step) => step.ticket.conversationId);
  const begun = steps.filter((step) => step.plan.restartsBot === true).map((step) => step.ticket.conversationId);
  await endBotTalks(ctx, tx, ended);
  await restartBot(
    ctx,
    tx,
    begun.filter((id) => !ended.includes(id)),
  );
  await recordEvents(ctx, tx, steps.map(toChange));
}

const toChange = ({ ticket, plan }: Step): TicketChange => ({
  ticketId: ticket.id,
  conversationId: ticket.conversationId,
  contactId: ticket.contactId,
  kind: plan.kind,
  before: ticket,
  after: plan.after,
  reason: plan.reason,
});
