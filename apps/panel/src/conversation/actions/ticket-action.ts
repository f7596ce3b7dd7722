import type { Input } from '../../api/index.ts';

type Bulk = Input<'tickets.bulk'>['action'];

/** What a person does with tickets: those that many can have at once, and those of one alone. */
export type TicketAction =
  | Exclude<Bulk, { do: 'assign' }>
  | { readonly do: 'set-tags'; readonly tagIds: string[] }
  | { readonly do: 'set-subject'; readonly subject: string | null }
  | { readonly do: 'reset-bot' }
  | { readonly do: 'handoff'; readonly departmentId?: string; readonly reason?: string }
  | { readonly do: 'give-floor'; readonly to: 'bot' | 'person' };

export type BulkAction = Bulk;
