import type { InboxItem } from '@balcao/contract';
import type { Statement, Tx, WorkspaceCtx } from '@balcao/db';
import { Fault, isUuid } from '@balcao/kernel';
import type { Agent } from '../acting/types.ts';
import { facetGroups } from './facet-groups.ts';
import type { InboxFilter } from './inbox-filter.ts';
import { type ItemRow, presentItem } from './present-item.ts';
import { priorityNumber } from './priorities.ts';
import {
  livePage,
  livePageOf,
  mixedPage,
  mixedPageOf,
  PAGE,
  resolvedPage,
  resolvedPageFound,
  resolvedPageOf,
  resolvedPageSeen,
} from './rows.ts';

export interface InboxPage {
  readonly items: InboxItem[];
  readonly next: string | null;
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Resolved ones stand in the order of their resolving, all others with the newest message first; together, each where it last moved. */
export async function listInbox(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Pick<Agent, 'memberId' | 'sees'>,
  filter: InboxFilter,
  before?: string,
): Promise<InboxPage> {
  const [statement, params] = questionOf(ctx, agent, filter, parseCursor(before));
  const rows = await tx.rows<ItemRow & { cursor: string }>(statement, params);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const next = rows.length > PAGE && last !== undefined ? `${last.cursor}_${last.ticketId}` : null;
  return { items: page.map(presentItem), next };
}

function questionOf(
  ctx: WorkspaceCtx,
  agent: Pick<Agent, 'memberId' | 'sees'>,
  filter: InboxFilter,
  [at, id]: [string, string],
): [Statement, unknown[]] {
  const resolved = filter.statuses.includes('resolved');
  const mixed = resolved && filter.statuses.some((status) => status !== 'resolved');
  const groups = JSON.stringify(facetGroups(agent, filter));
  if (resolved && !mixed && mayBeRare(filter))
    return [resolvedPageFound, [ctx.workspaceId, groups, filter.unread ?? false, at, id]];
  const memberId = typeof filter.assignee === 'object' ? filter.assignee.memberId : undefined;
  const params = [
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
    filter.withTagId ?? null,
    ...(memberId === undefined ? [] : [memberId]),
    ...(mixed ? [groups] : []),
  ];
  if (mixed) return [memberId === undefined ? mixedPage : mixedPageOf, params];
  return [statementFor(resolved, memberId !== undefined, agent), params];
}

/** All but whose it is and who looks: those have an index of their own. */
const mayBeRare = (filter: InboxFilter): boolean =>
  filter.unread === true ||
  filter.assignee === 'nobody' ||
  [filter.departmentIds, filter.channelIds, filter.tagIds, filter.withTagId, filter.priorities].some(
    (asked) => asked !== undefined,
  );

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
