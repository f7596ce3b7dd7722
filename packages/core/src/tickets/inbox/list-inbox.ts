import type { InboxItem, TicketPriority, TicketStatus } from '@balcao/contract';
import type { Statement, Tx, WorkspaceCtx } from '@balcao/db';
import { Fault, isUuid } from '@balcao/kernel';
import type { Agent } from '../acting/types.ts';
import { type ItemRow, presentItem } from './present-item.ts';
import { priorityNumber } from './priorities.ts';
import { livePage, livePageOf, PAGE, resolvedPage, resolvedPageOf, resolvedPageSeen } from './rows.ts';

/** What a page of the inbox shows; what is absent asks nothing. */
export interface InboxFilter {
  readonly statuses: readonly TicketStatus[];
  readonly departmentIds?: readonly string[] | undefined;
  readonly channelIds?: readonly string[] | undefined;
  readonly tagIds?: readonly string[] | undefined;
  readonly priorities?: readonly TicketPriority[] | undefined;
  /** A member's, nobody's, or anybody's. */
  readonly assignee?: { readonly memberId: string } | 'nobody' | undefined;
  readonly unread?: boolean | undefined;
}

export interface InboxPage {
  readonly items: InboxItem[];
  readonly next: string | null;
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Resolved ones stand in the order of their resolving; all others with the newest message first. A filter is of one kind or the other. */
export async function listInbox(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Pick<Agent, 'memberId' | 'sees'>,
  filter: InboxFilter,
  before?: string,
): Promise<InboxPage> {
  const resolved = filter.statuses.length === 1 && filter.statuses[0] === 'resolved';
  const [at, id] = parseCursor(before);
  const memberId = typeof filter.assignee === 'object' ? filter.assignee.memberId : undefined;
  const rows = await tx.rows<ItemRow & { cursor: string }>(statementFor(resolved, memberId !== undefined, agent), [
    ctx.workspaceId,
    filter.statuses,
    agent.sees === 'all' ? null : agent.sees,
    agent.memberId,
    filter.departmentIds ?? null,
    filter.channelIds ?? null,
    filter.tagIds ?? null,
    filter.priorities?.map(priorityNumber) ?? null,
    filter.assignee === 'nobody',
    filter.unread ?? false,
    at,
    id,
    ...(memberId === undefined ? [] : [memberId]),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const next = rows.length > PAGE && last !== undefined ? `${last.cursor}_${last.ticketId}` : null;
  return { items: page.map(presentItem), next };
}

function statementFor(resolved: boolean, ofMember: boolean, { sees }: Pick<Agent, 'sees'>): Statement {
  if (!resolved) return ofMember ? livePageOf : livePage;
  if (ofMember) return resolvedPageOf;
  return sees === 'all' ? resolvedPage : resolvedPageSeen;
}

/** A page begins after the last row of the one before: its time, to the microsecond, and its id. */
function parseCursor(before: string | undefined): [string, string] {
  if (before === undefined) return ['infinity', LAST_ID];
  const [at = '', id] = before.split('_');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) || Number.isNaN(Date.parse(at)) || !isUuid(id))
    throw new Fault('invalid_input', 'before is not one that a page gave as next');
  return [at, id];
}
