import type { TicketStatus, ViewFilter } from '@balcao/contract';
import type { InboxFilter } from './inbox-filter.ts';

export type BaseView = 'mine' | 'unassigned' | 'all' | 'triage' | 'snoozed' | 'resolved';

const live: readonly TicketStatus[] = ['triage', 'queued', 'open', 'waiting', 'snoozed'];

/** The views that every inbox has. `me` is null for an API key: nothing is its own. */
export function baseFilter(view: BaseView, me: string | null): InboxFilter | undefined {
  switch (view) {
    case 'mine':
      return me === null ? undefined : { statuses: ['open', 'waiting'], assignee: { memberId: me } };
    case 'unassigned':
      return { statuses: ['queued', 'open', 'waiting'], assignee: 'nobody' };
    case 'all':
      return { statuses: live };
    default:
      return { statuses: [view] };
  }
}

/** A saved view; one that names no status is of what is not resolved. */
export function savedFilter(saved: ViewFilter, me: string | null): InboxFilter | undefined {
  const statuses = unlessEmpty(saved.statuses) ?? live;
  const filter: InboxFilter = {
    statuses,
    departmentIds: unlessEmpty(saved.departmentIds),
    channelIds: unlessEmpty(saved.channelIds),
    tagIds: unlessEmpty(saved.tagIds),
    priorities: unlessEmpty(saved.priorities),
    unread: saved.unread,
  };
  if (saved.assignee === undefined) return filter;
  if (saved.assignee === 'none') return { ...filter, assignee: 'nobody' };
  if (saved.assignee !== 'me') return { ...filter, assignee: { memberId: saved.assignee } };
  return me === null ? undefined : { ...filter, assignee: { memberId: me } };
}

const unlessEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list;

/** What somebody asks for beside the view. */
export interface Narrowing {
  readonly departmentId?: string | undefined;
  readonly channelId?: string | undefined;
  readonly tagId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly unread?: boolean | undefined;
}

/** The view and the request at once: undefined where both cannot be. */
export function narrow(filter: InboxFilter, by: Narrowing): InboxFilter | undefined {
  const departmentIds = both(filter.departmentIds, by.departmentId);
  const channelIds = both(filter.channelIds, by.channelId);
  if (departmentIds?.length === 0 || channelIds?.length === 0) return undefined;
  const assignee = by.assigneeId === undefined ? undefined : by.assigneeId === 'none' ? 'nobody' : by.assigneeId;
  const asked = assignee === undefined || assignee === 'nobody' ? assignee : { memberId: assignee };
  if (asked !== undefined && filter.assignee !== undefined && idOf(asked) !== idOf(filter.assignee)) return undefined;
  return {
    ...filter,
    departmentIds,
    channelIds,
    withTagId: by.tagId ?? filter.withTagId,
    assignee: asked ?? filter.assignee,
    unread: by.unread === true || filter.unread,
  };
}

const idOf = (assignee: NonNullable<InboxFilter['assignee']>): string =>
  assignee === 'nobody' ? assignee : assignee.memberId;

const both = (has: readonly string[] | undefined, wants: string | undefined): readonly string[] | undefined => {
  if (wants === undefined) return has;
  return has === undefined || has.includes(wants) ? [wants] : [];
};
