import type { OutboundContent } from '@balcao/channels/port';
import type { Recurrence } from '@balcao/contract';

export type ScheduledState = 'waiting' | 'done' | 'failed' | 'cancelled';

export interface ScheduledRun {
  /** ISO, as JSON brings it. */
  readonly dueAt: string;
  readonly state: 'sent' | 'skipped' | 'failed';
  readonly reason: string | null;
  readonly messageIds: readonly string[];
  readonly at: string;
}

export interface Scheduled {
  readonly id: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly createdBy: string | null;
  readonly content: OutboundContent;
  readonly mediaIds: readonly string[];
  readonly firstAt: Date;
  readonly nextAt: Date | null;
  readonly recurrence: Recurrence | null;
  readonly onlyIfOpen: boolean;
  readonly state: ScheduledState;
  readonly occurrences: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly runs: readonly ScheduledRun[] | null;
}
