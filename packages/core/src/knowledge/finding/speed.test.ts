import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { knowledgeState, publishArticle, retrieve, saveArticle } from '../index.ts';
import { bakery } from '../testing/bakery.ts';
import { heldBack, toFitBy } from '../testing/bakery-questions.ts';
import { publishAll } from '../testing/publish-all.ts';

const tell = (text: string) => process.stdout.write(`${text}\n`);

const base = await testCtx();
let ctx: WorkspaceCtx;

const syllables = 'ca de mi po ra te lo si bu ne va gra pre fi do men ta ção lha nho rei xa qui ju'.split(' ');
const wordOf = (n: number): string =>
  [n, n * 7 + 3, n * 13 + 5].map((at) => syllables[at % syllables.length]).join('') + (n % 97);
const real = bakery
  .flatMap(({ body, questions }) => [...questions, body])
  .join(' ')
  .split(/\s+/);

/** Words as texts have them: a few everywhere, most of them seldom. */
function textOf(seed: number, words: number): string {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
  const word = () =>
    next() < 0.5 ? (real[Math.floor(next() ** 2 * real.length)] ?? '') : wordOf(Math.floor(next() ** 2 * 9_000));
  return Array.from({ length: words }, (_, n) => word() + (n % 12 === 11 ? '.' : '')).join(' ');
}

beforeAll(async () => {
  ctx = await testWorkspace(base);
  await publishAll(ctx, bakery);
  for (let n = 0; n < 20; n++)
    await withWorkspace(ctx, async (tx) => {
      const body = Array.from({ length: 250 }, (_, part) => `# Parte ${part}\n${textOf(n * 1_000 + part, 130)}`).join(
        '\n',
      );
      const { id } = await saveArticle(tx, ctx, { kind: 'document', title: `Manual ${n}`, questions: [], body });
      await publishArticle(tx, ctx, id);
    });
  await base.db.login.query('analyze knowledge_chunks, knowledge_words');
}, 60_000);

test('among 5,000 chunks the answer is found in less than 10 ms', async () => {
  const { chunks } = await withWorkspace(ctx, (tx) => knowledgeState(tx, ctx));
  const questions = [...toFitBy, ...heldBack].map(([question]) => question);
  const took: number[] = [];
  const busy = process.cpuUsage();
  await withWorkspace(ctx, async (tx) => {
    for (const question of questions.slice(0, 20)) await retrieve(ctx, tx, question, { limit: 3 });
    for (const question of questions) {
      // The quickest of three: the others may have waited for a processor that somebody else had.
      const each: number[] = [];
      for (let n = 0; n < 3; n++) {
        const from = performance.now();
        await retrieve(ctx, tx, question, { limit: 3 });
        each.push(performance.now() - from);
      }
      took.push(Math.min(...each));
    }
  });
  const { user, system } = process.cpuUsage(busy);
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round((took[Math.floor(share * took.length)] ?? 0) * 100) / 100;
  const cpu = Math.round((user + system) / (questions.length * 3 + 20) / 10) / 100;
  tell(
    `${chunks} chunks: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, slowest ${took.at(-1)?.toFixed(1)} ms; ${cpu} ms of this process's time each`,
  );
  expect(chunks).toBeGreaterThanOrEqual(5_000);
  expect(at(0.5)).toBeLessThan(10);
});
