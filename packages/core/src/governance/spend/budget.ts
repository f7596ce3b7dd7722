import type { BotSettings } from '@balcao/contract';

/** full: models are asked. saving: only where the local bot knows nothing. local: it answers alone. handoff: what it does not know goes to a person. */
export type BudgetLevel = 'full' | 'saving' | 'local' | 'handoff';

const MICROS_PER_CENT = 10_000;

export const limitOf = ({ perDayCents }: BotSettings['budget']): number | null =>
  perDayCents === null ? null : perDayCents * MICROS_PER_CENT;

/** Where so much spent leads. What is reserved counts: it will be spent. */
export function levelAt(budget: BotSettings['budget'], micros: number): BudgetLevel {
  const limit = limitOf(budget);
  if (limit === null) return 'full';
  if (micros >= limit) return budget.atEnd;
  if (budget.atWarn === 'nothing' || micros * 100 < limit * budget.warnPercent) return 'full';
  return budget.atWarn;
}

/** How far a request of this purpose may go; what is only there to save a person's time ends at the warning. */
export function reachOf(
  budget: BotSettings['budget'],
  purpose: 'answer' | 'classify' | 'embed' | 'test',
): number | null {
  const limit = limitOf(budget);
  if (limit === null || budget.atWarn === 'nothing') return limit;
  const ends = budget.atWarn === 'local' ? purpose !== 'test' : purpose === 'classify';
  return ends ? Math.floor((limit * budget.warnPercent) / 100) : limit;
}
