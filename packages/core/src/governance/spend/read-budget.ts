import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Bot } from '../settings/types.ts';
import { type BudgetLevel, levelAt, limitOf } from './budget.ts';
import { todayOf } from './today-of.ts';

export interface BudgetNow {
  readonly day: string;
  readonly level: BudgetLevel;
  readonly limitMicros: number | null;
  readonly spentMicros: number;
  readonly reservedMicros: number;
  /** Answers for which a model was not asked any more. */
  readonly refused: number;
}

// Index: bot_days_pkey. What lapsed and nobody freed yet does not count.
const read = sql(
  'governance/read-budget',
  `select coalesce(d.spent_micros, 0) as "spentMicros", coalesce(d.refused, 0) as refused,
          coalesce((select sum(r.micros) from bot_reservations r
                     where r.workspace_id = $1 and r.state = 'held' and r.lapses_at > $3 and r.day = $2::date), 0)::bigint as "reservedMicros"
     from (select 1) one left join bot_days d on d.workspace_id = $1 and d.day = $2::date`,
);

export async function readBudget(ctx: WorkspaceCtx, tx: Tx, bot: Bot): Promise<BudgetNow> {
  const now = ctx.clock.now();
  const day = todayOf(bot, now);
  const row = await tx.one<Pick<BudgetNow, 'spentMicros' | 'reservedMicros' | 'refused'>>(read, [
    ctx.workspaceId,
    day,
    now,
  ]);
  const { spentMicros, reservedMicros, refused } = row ?? { spentMicros: 0, reservedMicros: 0, refused: 0 };
  const level = levelAt(bot.budget, spentMicros + reservedMicros);
  return { day, level, limitMicros: limitOf(bot.budget), spentMicros, reservedMicros, refused };
}
