import type { InboxItem, InboxQuestion, SavedView } from './inbox-question.ts';

type Filter = SavedView['filter'];
type Status = InboxItem['status'];

const live: readonly Status[] = ['triage', 'queued', 'open', 'waiting', 'snoozed'];

/** As packages/core/src/tickets/inbox/view-filter.ts chooses them; tests/mirrors holds the two together. */
const baseViews: Readonly<Record<string, Filter>> = {
  mine: { statuses: ['open', 'waiting'], assignee: 'me' },
  unassigned: { statuses: ['queued', 'open', 'waiting'], assignee: 'none' },
  all: { statuses: [...live] },
  triage: { statuses: ['triage'] },
  snoozed: { statuses: ['snoozed'] },
  resolved: { statuses: ['resolved'] },
};

/** One that names no status is of what is not resolved. */
const statusesOf = ({ statuses = [] }: Filter): readonly Status[] => (statuses.length > 0 ? statuses : live);

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
  return (
    statusesOf(filter).includes(item.status) &&
    oneOf(filter.departmentIds, item.departmentId) &&
    oneOf(filter.channelIds, item.channelId) &&
    oneOf(filter.priorities, item.priority) &&
    (!filter.tagIds?.length || item.tagIds.some((tag) => filter.tagIds?.includes(tag))) &&
    (question.tagId === undefined || item.tagIds.includes(question.tagId)) &&
    isWith(filter.assignee, item, me) &&
    isWith(question.assigneeId, item, me) &&
    (question.departmentId === undefined || item.departmentId === question.departmentId) &&
    (question.channelId === undefined || item.channelId === question.channelId) &&
    ((question.unread !== 'true' && filter.unread !== true) || item.unread > 0)
  );
}
