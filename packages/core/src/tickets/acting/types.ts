import type { TicketStatus } from '@balcao/contract';
import type { Place } from '../../departments/index.ts';

/** What an action may change of a ticket. */
export interface TicketState {
  readonly status: TicketStatus;
  readonly priority: number;
  readonly subject: string | null;
  readonly departmentId: string | null;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly tagIds: readonly string[];
  readonly queuedAt: Date | null;
  readonly assignedAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolveReason: string | null;
  readonly reopened: number;
}

/** A ticket as an action finds it, with its conversation under lock. */
export interface TicketFacts extends TicketState {
  readonly id: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly assigneeName: string | null;
  /** May whoever has it, or had it when it was resolved, still serve? */
  readonly assigneeServes: boolean;
  readonly floor: 'bot' | 'person' | 'phone_app' | 'meta_agent';
  /** Is there a flow on its channel? */
  readonly hasBot: boolean;
  /** The conversation has another ticket that is not resolved. */
  readonly hasOther: boolean;
}

/** What to do, with everything that was looked up for it. */
export type Action =
  | { readonly do: 'claim' }
  | { readonly do: 'assign'; readonly memberId: string; readonly reason?: string | undefined }
  | { readonly do: 'release'; readonly reason?: string | undefined }
  | { readonly do: 'transfer'; readonly place: Place; readonly reason: string }
  | { readonly do: 'set-priority'; readonly priority: number }
  | { readonly do: 'set-subject'; readonly subject: string | null }
  | {
      readonly do: 'set-tags';
      readonly set?: readonly string[];
      readonly add?: readonly string[];
      readonly remove?: readonly string[];
    }
  | { readonly do: 'wait' }
  | { readonly do: 'snooze'; readonly until: Date; readonly reason?: string | undefined }
  | { readonly do: 'wake' }
  | { readonly do: 'resolve'; readonly reason?: string | undefined; readonly botAnswers: boolean }
  | { readonly do: 'reopen'; readonly reason?: string | undefined }
  | { readonly do: 'reset-bot'; readonly reason?: string | undefined }
  | { readonly do: 'hand-off'; readonly departmentId?: string | undefined; readonly reason?: string | undefined };

/** Who acts, as far as tickets care. The author of it all is `ctx.actor`. */
export interface Agent {
  /** Null for an API key, the bot and the clock. */
  readonly memberId: string | null;
  /** Everything, or what is in these departments and teams, in none, and one's own. */
  readonly sees: 'all' | readonly string[];
  /** Other people's tickets too. */
  readonly mayAssign: boolean;
}

/** The bot, the clock, a merge of contacts: the house itself. */
export const theHouse: Agent = { memberId: null, sees: 'all', mayAssign: true };

/** What of a ticket decides who may see it. */
export interface Standing {
  readonly departmentId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
}

/** May they see it? Those of their departments and teams, of none, and their own. A team counts where there is no department. */
export function maySee({ sees, memberId }: Pick<Agent, 'sees' | 'memberId'>, ticket: Standing): boolean {
  if (sees === 'all') return true;
  const place = ticket.departmentId ?? ticket.teamId;
  return place === null || sees.includes(place) || (memberId !== null && ticket.assigneeId === memberId);
}
