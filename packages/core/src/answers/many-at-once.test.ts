import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnswerLab, answerLab } from './testing/answer-lab.ts';

let hung: AnswerLab;
let well: AnswerLab;
beforeAll(async () => {
  hung = await answerLab();
  well = await answerLab(hung.ctx);
});
afterAll(() => Promise.all([hung.close(), well.close()]));

test('sixteen talks with a model that hangs all end in time, and a neighbour is answered meanwhile', async () => {
  await Promise.all([hung.model(), well.model()]);
  await hung.article('Trocas', 'A troca pode ser pedida em até 7 dias. '.repeat(30));
  await well.faq('Qual o valor do frete?', 'O frete custa R$ 19,90.');
  hung.vendor.plays({ do: 'hang' });
  well.vendor.plays({ do: 'say', text: 'São R$ 19,90. [1]' });
  const since = performance.now();
  const deadline = new Date(hung.ctx.clock.now().getTime() + 6_000);
  let ended = 0;
  const all = Array.from({ length: 16 }, () =>
    hung.ask('como faço para trocar?', { deadline }).finally(() => {
      ended++;
    }),
  );
  const later = new Date(well.ctx.clock.now().getTime() + 10_000);
  expect(await well.ask('Qual o valor do frete?', { deadline: later })).toMatchObject({
    kind: 'answer',
    made: { by: 'model' },
  });
  expect(ended).toBe(0);
  const drafts = await Promise.all(all);
  expect(performance.now() - since).toBeLessThan(6_000);
  expect(new Set(drafts.map((one) => one.kind))).toEqual(new Set(['failed']));
});
