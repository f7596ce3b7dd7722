import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { answerLocally } from '../../answers/index.ts';
import { act } from './act.ts';
import { type AnswerLocally, decideTalks } from './decide-talks.ts';
import { gather } from './gather.ts';
import type { TurnsTaken } from './types.ts';

/** Takes the due turns of these conversations in one transaction: gather, decide (pure), act. Next: outbox/deliver, bot_errands. */
export function takeTurns(
  ctx: WorkspaceCtx,
  conversationIds: readonly string[],
  answer: AnswerLocally = answerLocally,
): Promise<TurnsTaken> {
  return withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    const talks = await gather(ctx, tx, conversationIds, now);
    if (talks.length === 0) return { queued: [], errands: [], dropped: [], turns: [] };
    const decided = await decideTalks(ctx, tx, talks, answer);
    return act(ctx, tx, talks, decided, now);
  });
}
