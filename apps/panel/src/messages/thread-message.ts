import type { Operations, OutputOf } from '@balcao/contract';

export type ThreadMessage = OutputOf<Operations['messages.thread']>['messages'][number];
export type ShownMedia = NonNullable<ThreadMessage['media']>;
export type SharedCard = NonNullable<ThreadMessage['contacts']>[number];
export type Interactive = NonNullable<ThreadMessage['interactive']>;

/** A message of ours that the server does not have yet. */
export interface PendingState {
  readonly clientId: string;
  readonly state: 'sending' | 'failed';
  /** Why it did not go, in plain words. */
  readonly problem?: string | undefined;
  /** Of the file on its way: 0 to 1. */
  readonly progress?: number | undefined;
}
