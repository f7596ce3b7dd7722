import type { InboxItem, InboxQuestion, SavedView } from './inbox-question.ts';

type Filter = SavedView['filter'];
type Status = InboxItem['status'];

const live: readonly Status[] = ['triage', 'queued', 'open', 'waiting', 'snoozed'];

/** As packages/core/src/tickets/inbox/view-filter.ts chooses them: change both together. */
const baseViews: Readonly<Record<string, Filter>> = {
  mine: { statuses: ['open', 'waiting'], assignee: 'me' },
  unassigned: { statuses: ['queued', 'open', 'waiting'], assignee: 'none' },
  all: { statuses: [...live] },
  triage: { statuses: ['triage'] },
  snoozed: { statuses: ['snoozed'] },
  resolved: { statuses: ['resolved'] },
};

/** Of resolved tickets and others together, a view shows the others. */
function statusesOf({ statuses = [] }: Filter): readonly Status[] {
  const unresolved = statuses.filter((status) => status !== 'resolved');
  if (unresolved.length > 0) return unresolved;
  return statuses.length > 0 ? statuses : live;
}

const oneOf = (list: readonly unknown[] | undefined, value: unknown) =>
  list === undefined || list.length === 0 || list.includes(value);

function isWith(wanted: Filter['assignee'], item: InboxItem, me: string): boolean {
  if (wanted === undefined) return true;
  if (wanted === 'none') return item.assigneeId === null;
  return item.assigneeId === (wanted === 'me' ? me : wanted);
}

/** Would the server's answer to this question have this item? `undefined`: it cannot be told here, ask. */
export function belongs(
  item: InboxItem,
  question: InboxQuestion,
  me: string,
  views: readonly SavedView[],
): boolean | undefined {
  const name = question.view ?? 'mine';
  const filter = baseViews[name] ?? views.find((view) => view.id === name)?.filter;
  if (!filter) return undefined;
  const tagIds = question.tagId === undefined ? filter.tagIds : [question.tagId];
  return (
    statusesOf(filter).includes(item.status) &&
    oneOf(filter.departmentIds, item.departmentId) &&
    oneOf(filter.channelIds, item.channelId) &&
    oneOf(filter.priorities, item.priority) &&
    (tagIds === undefined || tagIds.length === 0 || item.tagIds.some((tag) => tagIds.includes(tag))) &&
    isWith(filter.assignee, item, me) &&
    isWith(question.assigneeId, item, me) &&
    (question.departmentId === undefined || item.departmentId === question.departmentId) &&
    (question.channelId === undefined || item.channelId === question.channelId) &&
    ((question.unread !== 'true' && filter.unread !== true) || item.unread > 0)
  );
}
