import type { TicketPriority, TicketStatus } from '@balcao/contract';

/** What a page of the inbox shows; what is absent asks nothing. */
export interface InboxFilter {
  readonly statuses: readonly TicketStatus[];
  readonly departmentIds?: readonly string[] | undefined;
  readonly channelIds?: readonly string[] | undefined;
  readonly tagIds?: readonly string[] | undefined;
  /** A tag that must be there besides one of those. */
  readonly withTagId?: string | undefined;
  readonly priorities?: readonly TicketPriority[] | undefined;
  /** A member's, nobody's, or anybody's. */
  readonly assignee?: { readonly memberId: string } | 'nobody' | undefined;
  readonly unread?: boolean | undefined;
}
