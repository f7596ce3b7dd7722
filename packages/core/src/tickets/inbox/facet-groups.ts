import type { Agent } from '../acting/types.ts';
import type { InboxFilter } from './inbox-filter.ts';
import { priorityNumber } from './priorities.ts';

/** As `ticket_facet` of the database writes its small numbers. */
const facet = (n: number): string =>
  n
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const NO_PLACE = facet(16);
const NOBODY = facet(17);

/** What a resolved ticket must have to be shown: one of each list (find_resolved_tickets). */
export function facetGroups({ sees, memberId }: Pick<Agent, 'memberId' | 'sees'>, filter: InboxFilter): string[][] {
  const { assignee } = filter;
  const groups: (readonly string[] | undefined)[] = [
    sees === 'all' ? undefined : [...sees, NO_PLACE, ...(memberId === null ? [] : [memberId])],
    filter.departmentIds,
    filter.channelIds,
    filter.tagIds,
    filter.withTagId === undefined ? undefined : [filter.withTagId],
    filter.priorities?.map((priority) => facet(1 + priorityNumber(priority))),
    assignee === undefined ? undefined : [assignee === 'nobody' ? NOBODY : assignee.memberId],
  ];
  return groups.flatMap((group) => (group === undefined ? [] : [[...group]]));
}
