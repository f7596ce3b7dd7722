import type { InboxItem, InboxQuestion, SavedView } from './inbox-question.ts';

type Filter = SavedView['filter'];
type Rule = (item: InboxItem, me: string) => boolean;

/** As the server chooses them (packages/core/src/tickets): change both together. */
const baseViews: Readonly<Record<string, Rule>> = {
  mine: (item, me) => item.assigneeId === me && !['resolved', 'snoozed'].includes(item.status),
  unassigned: (item) => item.assigneeId === null && item.status === 'queued',
  all: (item) => item.status !== 'resolved',
  triage: (item) => item.status === 'triage',
  snoozed: (item) => item.status === 'snoozed',
  resolved: (item) => item.status === 'resolved',
};

const asksNothing = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;

function fitsAssignee(wanted: Filter['assignee'], item: InboxItem, me: string): boolean {
  if (wanted === undefined) return true;
  if (wanted === 'none') return item.assigneeId === null;
  return item.assigneeId === (wanted === 'me' ? me : wanted);
}

function fitsFilter(filter: Filter, item: InboxItem, me: string): boolean {
  const { statuses, departmentIds, channelIds, tagIds, priorities } = filter;
  const status = asksNothing(statuses) ? item.status !== 'resolved' : statuses?.includes(item.status);
  return (
    status === true &&
    (asksNothing(departmentIds) || departmentIds?.includes(item.departmentId ?? '') === true) &&
    (asksNothing(channelIds) || channelIds?.includes(item.channelId) === true) &&
    (asksNothing(tagIds) || item.tagIds.some((tag) => tagIds?.includes(tag))) &&
    (asksNothing(priorities) || priorities?.includes(item.priority) === true) &&
    fitsAssignee(filter.assignee, item, me) &&
    (filter.unread !== true || item.unread > 0)
  );
}

/** Does the server's answer to this question have this item? `undefined`: it cannot be told here, ask. */
export function belongs(
  item: InboxItem,
  question: InboxQuestion,
  me: string,
  views: readonly SavedView[],
): boolean | undefined {
  const name = question.view ?? 'mine';
  const base = baseViews[name];
  const saved = base ? undefined : views.find((view) => view.id === name);
  if (!base && !saved) return undefined;
  return (
    (base ? base(item, me) : fitsFilter(saved?.filter ?? {}, item, me)) &&
    (question.departmentId === undefined || item.departmentId === question.departmentId) &&
    (question.channelId === undefined || item.channelId === question.channelId) &&
    (question.tagId === undefined || item.tagIds.includes(question.tagId)) &&
    (question.assigneeId === undefined ||
      fitsAssignee(question.assigneeId === 'none' ? 'none' : question.assigneeId, item, me)) &&
    (question.unread !== 'true' || item.unread > 0) &&
    (question.unread !== 'false' || item.unread === 0)
  );
}
