import { Fault } from '@balcao/kernel';
import type { Verbs } from '../../verb.ts';
import { type Tried, trySentence } from './try-sentence.ts';

type Outcome = Awaited<ReturnType<typeof trySentence>>;

export const consoleVerbs: Pick<Verbs, 'bot.try'> = {
  'bot.try': async ({ ctx, scopes, sees }, input, parts) => {
    // What is known of a contact stands in the prompt that is shown.
    if (input.contactId !== undefined && !(scopes.includes('contacts:read') && sees === 'all'))
      throw new Fault('forbidden', "to try it with a contact's memory takes contacts:read and the tickets of all");
    return present(await trySentence(ctx, parts.models, input satisfies Tried));
  },
};

function present({ understanding, retrieval, prompts, prompt, draft, decision }: Outcome) {
  const { made } = draft;
  const { memory: _, ...understood } = understanding;
  return {
    understanding: {
      ...understood,
      ranking: [...understood.ranking],
      attack: { ...understanding.attack, signs: [...understanding.attack.signs] },
    },
    retrieval: {
      version: retrieval.version,
      passages: retrieval.passages.map(({ id, articleId, kind, title, text, url, score }) => ({
        id,
        articleId,
        kind,
        title,
        text,
        url,
        score,
      })),
    },
    prompts,
    prompt: { versionId: prompt.versionId, label: prompt.label },
    draft: {
      kind: draft.kind,
      text: 'text' in draft ? (draft.text ?? null) : null,
      why: 'why' in draft ? draft.why : draft.kind === 'handoff' ? draft.reason : null,
      tool: draft.kind === 'confirm' ? { name: draft.tool, args: draft.args } : null,
      sources: draft.kind === 'answer' ? [...draft.sources] : [],
      by: made.by,
      model: made.model ?? null,
      ms: made.ms,
      tried: [...made.tried],
    },
    cost: { tokensIn: made.tokensIn, tokensOut: made.tokensOut, micros: made.costMicros },
    decision: {
      event: decision.event,
      rule: decision.rule,
      from: decision.from,
      to: decision.to,
      replies: decision.replies.map(({ text }) => text ?? ''),
      handoff: decision.handoff?.reason ?? null,
    },
  };
}
