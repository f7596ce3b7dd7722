import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault, isUuid } from '@balcao/kernel';
import { scheduledOfConversation, scheduledOver, scheduledWaiting } from './rows.ts';
import type { Scheduled, ScheduledState } from './types.ts';

export interface ScheduledFilter {
  /** The conversation and those joined with it: all of theirs. */
  readonly conversationIds?: readonly string[] | undefined;
  readonly state?: ScheduledState | undefined;
  /** What a page gave as next. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface Looker {
  readonly memberId: string | null;
  readonly sees: 'all' | readonly string[];
}

/** Those of a conversation; else those that wait, the next one first; else those that are over, the newest first. */
export async function listScheduled(
  ctx: WorkspaceCtx,
  tx: Tx,
  looker: Looker,
  filter: ScheduledFilter,
): Promise<{ scheduled: Scheduled[]; next: string | null }> {
  const { conversationIds, state, limit } = filter;
  if (conversationIds !== undefined) {
    const params = [ctx.workspaceId, conversationIds, state ?? null, limit];
    return { scheduled: await tx.rows<Scheduled>(scheduledOfConversation, params), next: null };
  }
  const who = [looker.sees === 'all' ? null : looker.sees, looker.memberId];
  const [at, id] = cursorOf(filter.before);
  const waiting = state === undefined || state === 'waiting';
  const page = waiting ? [at, id, limit] : [state, id, limit];
  const statement = waiting ? scheduledWaiting : scheduledOver;
  const scheduled = await tx.rows<Scheduled>(statement, [ctx.workspaceId, ...who, ...page]);
  const last = scheduled.at(-1);
  const next = last === undefined || scheduled.length < limit ? null : `${last.nextAt?.toISOString() ?? ''}_${last.id}`;
  return { scheduled, next };
}

function cursorOf(before: string | undefined): [Date | null, string | null] {
  if (before === undefined) return [null, null];
  const [at = '', id] = before.split('_');
  const time = at === '' ? null : new Date(at);
  if (!isUuid(id) || Number.isNaN(time?.getTime() ?? 0))
    throw new Fault('invalid_input', 'before is not one that a page gave as next');
  return [time, id];
}
