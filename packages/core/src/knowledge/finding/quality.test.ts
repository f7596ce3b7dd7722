import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { ANSWER_AT, retrieve } from '../index.ts';
import { bakery } from '../testing/bakery.ts';
import {
  atLength,
  heldBack,
  nearMisses,
  nearMissesHeldBack,
  type Sample,
  toFitBy,
} from '../testing/bakery-questions.ts';
import { publishAll } from '../testing/publish-all.ts';
import { alsoAskedOfDocuments, askedOfDocuments, shopDocuments } from '../testing/shop-documents.ts';

const tell = (text: string) => process.stdout.write(`${text}\n`);

const base = await testCtx();
const shops = { bakery, documents: shopDocuments };
const open = new Map<string, { readonly ctx: WorkspaceCtx; readonly keys: ReadonlyMap<string, string> }>();
beforeAll(async () => {
  for (const [name, articles] of Object.entries(shops)) {
    const ctx = await testWorkspace(base);
    open.set(name, { ctx, keys: await publishAll(ctx, articles) });
  }
});

interface Seen {
  readonly question: string;
  readonly key: string | null;
  readonly found: readonly { readonly key: string | undefined; readonly score: number }[];
}

async function ask(shop: keyof typeof shops, samples: readonly Sample[]): Promise<Seen[]> {
  const { ctx, keys } = open.get(shop) as NonNullable<ReturnType<typeof open.get>>; // made before all
  return await withWorkspace(ctx, async (tx) => {
    const seen: Seen[] = [];
    for (const [question, key] of samples) {
      const passages = await retrieve(ctx, tx, question, { limit: 3 });
      seen.push({ question, key, found: passages.map((one) => ({ key: keys.get(one.articleId), score: one.score })) });
    }
    return seen;
  });
}

const percent = (part: readonly unknown[], all: readonly unknown[]): number =>
  Math.round((1000 * part.length) / all.length) / 10;

test.each<[string, keyof typeof shops, readonly Sample[], number]>([
  ['the questions that the score was fitted to', 'bakery', [...toFitBy, ...nearMisses], 90],
  ['the questions held back', 'bakery', [...heldBack, ...nearMissesHeldBack], 80],
  ['questions at length', 'bakery', atLength, 80],
  ['what documents were asked to fit it', 'documents', askedOfDocuments, 75],
  ['what documents were asked besides', 'documents', alsoAskedOfDocuments, 75],
])(
  '%s: the answer is among the first three, and what nothing answers is not answered',
  async (name, shop, samples, most) => {
    const seen = await ask(shop, samples);
    const answerable = seen.filter(({ key }) => key !== null);
    const others = seen.filter(({ key }) => key === null);
    const recalled = answerable.filter(({ key, found }) => found.some((one) => one.key === key));
    const answered = answerable.filter(({ found }) => (found[0]?.score ?? 0) >= ANSWER_AT);
    const right = answered.filter(({ key, found }) => found[0]?.key === key);
    const refused = others.filter(({ found }) => (found[0]?.score ?? 0) < ANSWER_AT);
    tell(
      [
        `${name}: recall@3 ${percent(recalled, answerable)} % of ${answerable.length};`,
        `answered at ${ANSWER_AT}: ${percent(answered, answerable)} %, rightly ${percent(right, answered)} %;`,
        `without an answer, and below: ${percent(refused, others)} % of ${others.length}`,
      ].join(' '),
    );
    const missed = answerable.filter(
      (one) => !recalled.includes(one) || (answered.includes(one) && !right.includes(one)),
    );
    const told = (one: Seen) =>
      `${one.question} (${one.key}): ${one.found.map((f) => `${f.key} ${f.score.toFixed(2)}`)}`;
    tell([...missed, ...others.filter((one) => !refused.includes(one))].map(told).join('\n'));
    expect(percent(recalled, answerable)).toBeGreaterThanOrEqual(94);
    expect(percent(answered, answerable)).toBeGreaterThanOrEqual(most);
    expect(percent(right, answered)).toBeGreaterThanOrEqual(95);
    expect(percent(refused, others)).toBeGreaterThanOrEqual(95);
  },
);
