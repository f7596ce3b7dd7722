import type { TicketStatus } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { Agent } from '../acting/types.ts';
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
  readonly status: TicketStatus;
  readonly nobodys: boolean;
  readonly n: number;
}

const waiting: readonly TicketStatus[] = ['queued', 'open', 'waiting'];

/** How many there are in each view, each up to `COUNTED`. */
export async function countInbox(
  ctx: WorkspaceCtx,
  tx: Tx,
  { memberId, sees }: Pick<Agent, 'memberId' | 'sees'>,
): Promise<InboxCounts> {
  const [groups, mine] = await Promise.all([
    tx.rows<Group>(countLive, [ctx.workspaceId, sees === 'all' ? null : sees, memberId]),
    memberId === null ? undefined : tx.one<{ mine: number; unread: number }>(countMine, [ctx.workspaceId, memberId]),
  ]);
  const sum = (which: (group: Group) => boolean): number =>
    Math.min(
      COUNTED,
      groups.filter(which).reduce((total, group) => total + group.n, 0),
    );
  const departments = new Set(groups.filter((group) => group.status === 'queued').map((group) => group.departmentId));
  return {
    mine: mine?.mine ?? 0,
    mineUnread: mine?.unread ?? 0,
    unassigned: sum((group) => group.nobodys && waiting.includes(group.status)),
    all: sum(() => true),
    triage: sum((group) => group.status === 'triage'),
    snoozed: sum((group) => group.status === 'snoozed'),
    queued: [...departments].map((departmentId) => ({
      departmentId,
      count: sum((group) => group.status === 'queued' && group.departmentId === departmentId),
    })),
  };
}
