import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Bot } from '../settings/types.ts';
import { type BudgetNow, readBudget } from './read-budget.ts';
import { type DaySpan, daysOf } from './read-usage.ts';

export interface SpendDay {
  readonly day: string;
  readonly costMicros: number;
  readonly requests: number;
  readonly refused: number;
  readonly cacheHits: number;
  readonly cacheMisses: number;
}

export interface Spend {
  readonly today: BudgetNow;
  readonly days: readonly SpendDay[];
  readonly tickets: readonly {
    readonly ticketId: string;
    readonly protocol: string;
    readonly costMicros: number;
    readonly requests: number;
  }[];
}

// Indexes: bot_days_pkey, bot_spend_pkey.
const days = sql(
  'governance/spend-by-day',
  `select d.day, d.spent_micros as "costMicros", d.refused, d.cache_hits as "cacheHits", d.cache_misses as "cacheMisses",
          coalesce((select sum(s.requests) from bot_spend s where s.workspace_id = d.workspace_id and s.day = d.day), 0)::int as requests
     from bot_days d where d.workspace_id = $1 and d.day between $2::date and $3::date order by d.day desc`,
);
// Indexes: bot_ticket_spend_dearest, bot_ticket_spend_pkey.
const tickets = sql(
  'governance/dearest-tickets',
  `select s.ticket_id as "ticketId", t.protocol, s.micros as "costMicros", s.requests
     from (select * from bot_ticket_spend where workspace_id = $1 and micros > 0 and ($2::uuid is null or ticket_id = $2)
           order by micros desc, ticket_id limit 10) s
     join tickets t on t.workspace_id = $1 and t.id = s.ticket_id order by s.micros desc, s.ticket_id`,
);

export async function readSpend(
  ctx: WorkspaceCtx,
  tx: Tx,
  bot: Bot,
  { ticketId, ...span }: DaySpan & { readonly ticketId?: string | undefined },
): Promise<Spend> {
  const { from, to } = daysOf(ctx, bot, span);
  const [today, byDay, dearest] = await Promise.all([
    readBudget(ctx, tx, bot),
    tx.rows<SpendDay>(days, [ctx.workspaceId, from, to]),
    tx.rows<Spend['tickets'][number]>(tickets, [ctx.workspaceId, ticketId ?? null]),
  ]);
  return { today, days: byDay, tickets: dearest };
}
