import type { BotState } from '@balcao/contract';
import type { Making } from './making.ts';

/** After thanks it is quiet for so long before they are asked how it was. */
const AFTER_THANKS_MS = 3 * 60_000;
/** So long a mark is waited for. */
const RATING_MS = 6 * 3_600_000;
/** So long after its time an errand that was forgotten is noticed. */
const STUCK_MS = 30_000;

const quiet: ReadonlySet<BotState> = new Set(['waiting_person', 'with_person', 'closed', 'greeting']);

/** When the watchdog looks at the talk again; null: nobody waits for anything. */
export function watchAt(making: Making, to: BotState): number | null {
  const { facts, flow, memory, before, event } = making;
  const { now, policy } = facts;
  if (event === 'nothing' && before.watchAt !== null && before.watchAt > now) return before.watchAt;
  if (quiet.has(to)) return null;
  if (to === 'answering') {
    const giveUp = making.errand?.giveUpAt ?? facts.errand?.giveUpAt ?? now;
    return Math.max(giveUp, now) + STUCK_MS;
  }
  if (flow?.pending === 'time') return Math.max(Date.parse(flow.until ?? ''), now + 1_000);
  if (policy === undefined) return null;
  if (to === 'closing') return now + AFTER_THANKS_MS;
  if (to === 'rating') return now + RATING_MS;
  const nudged = making.heard.length === 0 && memory.nudged === true;
  if (policy.nudgeMs > 0 && !nudged) return now + policy.nudgeMs;
  return policy.closeMs > 0 ? now + policy.closeMs : null;
}
