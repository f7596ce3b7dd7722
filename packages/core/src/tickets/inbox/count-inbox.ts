import type { TicketStatus } from '@balcao/contract';
import type { Db, Tx, WorkspaceCtx } from '@balcao/db';
import { type Agent, maySee } from '../acting/types.ts';
import { COUNTED, countLive, countMine } from './rows.ts';

export interface InboxCounts {
  readonly mine: number;
  readonly mineUnread: number;
  readonly unassigned: number;
  readonly all: number;
  readonly triage: number;
  readonly snoozed: number;
  readonly queued: { readonly departmentId: string | null; readonly count: number }[];
}

interface Group {
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly status: TicketStatus;
  readonly assigneeId: string | null;
  readonly n: number;
}

const waiting: readonly TicketStatus[] = ['queued', 'open', 'waiting'];

/** Younger than the two seconds after which a screen asks again once something changed: what it then gets has seen the change. */
const KEPT_MS = 1_500;
const COMPANIES_KEPT = 1_000;

interface Kept {
  readonly since: number;
  readonly groups: readonly Group[];
}
const keptOf = new WeakMap<Db, Map<string, Kept>>();

/** Hundreds of screens ask for the counts of one company at once: it is counted for all of them. */
async function groupsOf(ctx: WorkspaceCtx, tx: Tx): Promise<readonly Group[]> {
  const companies = keptOf.get(ctx.db) ?? new Map<string, Kept>();
  keptOf.set(ctx.db, companies);
  const since = ctx.clock.monotonic();
  const kept = companies.get(ctx.workspaceId);
  if (kept !== undefined && since - kept.since < KEPT_MS) return kept.groups;
  const groups = await tx.rows<Group>(countLive, [ctx.workspaceId]);
  if (companies.size >= COMPANIES_KEPT) companies.clear();
  companies.set(ctx.workspaceId, { since, groups });
  return groups;
}

/** How many there are in each view, each up to `COUNTED`; but for one's own, as they were a moment ago. */
export async function countInbox(
  ctx: WorkspaceCtx,
  tx: Tx,
  agent: Pick<Agent, 'memberId' | 'sees'>,
): Promise<InboxCounts> {
  const { memberId } = agent;
  const [all, mine] = await Promise.all([
    groupsOf(ctx, tx),
    memberId === null ? undefined : tx.one<{ mine: number; unread: number }>(countMine, [ctx.workspaceId, memberId]),
  ]);
  const groups = all.filter((group) => maySee(agent, group));
  const sum = (which: (group: Group) => boolean): number =>
    Math.min(
      COUNTED,
      groups.filter(which).reduce((total, group) => total + group.n, 0),
    );
  const departments = new Set(groups.filter((group) => group.status === 'queued').map((group) => group.departmentId));
  return {
    mine: mine?.mine ?? 0,
    mineUnread: mine?.unread ?? 0,
    unassigned: sum((group) => group.assigneeId === null && waiting.includes(group.status)),
    all: sum(() => true),
    triage: sum((group) => group.status === 'triage'),
    snoozed: sum((group) => group.status === 'snoozed'),
    queued: [...departments].map((departmentId) => ({
      departmentId,
      count: sum((group) => group.status === 'queued' && group.departmentId === departmentId),
    })),
  };
}
