import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';

type Named = 'bot-turns.of-conversation' | 'bot-turns.replay' | 'handoffs.of-conversation' | 'bot.metrics';

export const talkVerbs: Pick<Verbs, Named> = {
  'bot-turns.of-conversation': async (caller, tx, { conversationId }) => {
    await visiblePlace(caller, tx, conversationId);
    return { state: 'greeting', turns: [], next: null };
  },
  'bot-turns.replay': async (caller, tx, { conversationId }) => {
    await visiblePlace(caller, tx, conversationId);
    return { same: true, turns: [], next: null };
  },
  'handoffs.of-conversation': async (caller, tx, { conversationId }) => {
    await visiblePlace(caller, tx, conversationId);
    return { handoffs: [] };
  },
  'bot.metrics': async () => ({
    turns: 0,
    talks: 0,
    contained: 0,
    intents: [],
    handoffs: [],
    failures: [],
    answers: [],
    models: [],
    cacheHitRate: null,
    fallbacks: 0,
    attacks: 0,
    costMicros: 0,
    ratings: { count: 0, mean: null, scores: [] },
  }),
};
