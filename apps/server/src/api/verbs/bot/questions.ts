import { approveAnswer, dismissGap, draftAnswer, type Gap, listGaps } from '@balcao/core/knowledge';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { presentArticle } from './knowledge.ts';

const present = (gap: Gap) => ({
  ...gap,
  firstAt: time(gap.firstAt),
  lastAt: time(gap.lastAt),
  examples: gap.examples.map((example) => ({ ...example, at: time(example.at) })),
});

type Named = 'questions.list' | 'questions.draft' | 'questions.approve' | 'questions.dismiss';

export const questionVerbs: Pick<Verbs, Named> = {
  'questions.list': async ({ ctx }, tx, page) => {
    const gaps = await listGaps(tx, ctx, page);
    return { groups: gaps.map(present), next: gaps.length < page.limit ? null : (gaps.at(-1)?.id ?? null) };
  },
  'questions.draft': async ({ ctx }, tx, input) => {
    const { gap, article } = await draftAnswer(tx, ctx, input);
    return { group: present(gap), article: presentArticle(article) };
  },
  'questions.approve': async ({ ctx }, tx, input) => {
    const { gap, article } = await approveAnswer(tx, ctx, input);
    return { group: present(gap), article: presentArticle(article) };
  },
  'questions.dismiss': async ({ ctx }, tx, { groupId }) => ({ changed: await dismissGap(tx, ctx, groupId) }),
};
