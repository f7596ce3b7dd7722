import type { TurnsTaken } from '@balcao/core/orchestrator';
import type { DbCtx } from '@balcao/db';

/** What the bot decided, for Prometheus. */
export function countTurns(ctx: DbCtx): (turns: TurnsTaken['turns']) => void {
  const turns = ctx.metrics.counter('balcao_bot_turns_total', 'Decisions of the bot', ['mode', 'event', 'to']);
  const answers = ctx.metrics.counter('balcao_bot_answers_total', 'Answers of the bot, by who made them', ['by']);
  const handoffs = ctx.metrics.counter('balcao_bot_handoffs_total', 'Talks that the bot gave to people', ['reason']);
  return (taken) => {
    for (const { mode, event, to, by, handoff } of taken) {
      turns.inc({ mode, event, to });
      if (event === 'answered' && by !== undefined) answers.inc({ by });
      if (handoff !== undefined) handoffs.inc({ reason: handoff });
    }
  };
}
