import { approveAnswer, dismissGap, draftAnswer, type Gap, listGaps } from '@balcao/core/knowledge';
import type { Tx } from '@balcao/db';
import type { Caller } from '../../api-parts.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visibleOf } from '../visible.ts';
import { presentArticle } from './knowledge.ts';

/** The question of a group belongs to all who teach the bot; who asked it, and how, only to those who may see the talk. */
async function present(caller: Caller, tx: Tx, gaps: readonly Gap[]) {
  const talks = gaps.flatMap(({ examples }) => examples.flatMap(({ conversationId }) => conversationId ?? []));
  const seen = new Set(await visibleOf(caller, tx, [...new Set(talks)]));
  return gaps.map((gap) => ({
    ...gap,
    firstAt: time(gap.firstAt),
    lastAt: time(gap.lastAt),
    examples: gap.examples
      .filter(({ conversationId }) => conversationId === null || seen.has(conversationId))
      .map((example) => ({ ...example, at: time(example.at) })),
  }));
}

async function presentOne(caller: Caller, tx: Tx, gap: Gap) {
  const [group] = await present(caller, tx, [gap]);
  return group as NonNullable<typeof group>; // one in, one out
}

type Named = 'questions.list' | 'questions.draft' | 'questions.approve' | 'questions.dismiss';

export const questionVerbs: Pick<Verbs, Named> = {
  'questions.list': async (caller, tx, page) => {
    const gaps = await listGaps(tx, caller.ctx, page);
    const next = gaps.length < page.limit ? null : (gaps.at(-1)?.id ?? null);
    return { groups: await present(caller, tx, gaps), next };
  },
  'questions.draft': async (caller, tx, input) => {
    const { gap, article } = await draftAnswer(tx, caller.ctx, input);
    return { group: await presentOne(caller, tx, gap), article: presentArticle(article) };
  },
  'questions.approve': async (caller, tx, input) => {
    const { gap, article } = await approveAnswer(tx, caller.ctx, input);
    return { group: await presentOne(caller, tx, gap), article: presentArticle(article) };
  },
  'questions.dismiss': async ({ ctx }, tx, { groupId }) => ({ changed: await dismissGap(tx, ctx, groupId) }),
};
