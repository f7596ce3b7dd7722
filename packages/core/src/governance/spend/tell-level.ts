import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import type { BudgetLevel } from './budget.ts';

const mark = sql(
  'governance/mark-level-told',
  `update bot_days set told = told || $3::text where workspace_id = $1 and day = $2::date and not $3::text = any(told)`,
);

/** Once a day for each line that is crossed: people are to know before customers notice. */
export async function tellLevel(tx: Tx, ctx: WorkspaceCtx, day: string, level: BudgetLevel): Promise<void> {
  if (level === 'full' || (await tx.run(mark, [ctx.workspaceId, day, level])) === 0) return;
  await record(tx, ctx, [{ type: 'bot.budget_reached', data: { day, level } }]);
}
