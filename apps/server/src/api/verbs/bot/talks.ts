import { measureBot, readHandoffs, readTalk, replayTalk } from '@balcao/core/orchestrator';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';

type Named = 'bot-turns.of-conversation' | 'bot-turns.replay' | 'handoffs.of-conversation' | 'bot.metrics';

export const talkVerbs: Pick<Verbs, Named> = {
  'bot-turns.of-conversation': async (caller, tx, { conversationId, ...page }) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const { state, turns, next } = await readTalk(caller.ctx, tx, place.id, page);
    return {
      state,
      next,
      turns: turns.map(({ sources, ...turn }) => ({
        ...turn,
        at: time(turn.at),
        steps: turn.steps.map(({ from, to, event }) => ({ from, to, event })),
        sources: sources.map(({ passageId, title, url }) => ({ passageId, title, url })),
      })),
    };
  },
  'bot-turns.replay': async (caller, tx, { conversationId, ...page }) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const { same, turns, next } = await replayTalk(caller.ctx, tx, place.id, page);
    return { same, next, turns: turns.map((turn) => ({ ...turn, at: time(turn.at), replies: [...turn.replies] })) };
  },
  'handoffs.of-conversation': async (caller, tx, { conversationId, ticketId }) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const handoffs = await readHandoffs(caller.ctx, tx, place.id, ticketId);
    return {
      handoffs: handoffs.map((one) => ({
        ...one,
        at: time(one.at),
        answerDueAt: one.answerDueAt === null ? null : time(one.answerDueAt),
      })),
    };
  },
  'bot.metrics': async ({ ctx }, tx, { from, to, channelId }) =>
    await measureBot(ctx, tx, { from: new Date(from), to: new Date(to), channelId }),
};
