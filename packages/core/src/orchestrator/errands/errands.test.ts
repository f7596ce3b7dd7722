import { type DbCtx, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import type { Draft } from '../../answers/index.ts';
import { giveFloor } from '../../conversations/index.ts';
import { saveModel } from '../../governance/index.ts';
import { made } from '../testing/facts-of.ts';
import { openTalkLab } from '../testing/talk-lab.ts';
import { answerRequest } from './answer-request.ts';
import { claimErrand } from './claim-errand.ts';
import { finishErrand } from './finish-errand.ts';
import { sweepErrands } from './sweep-errands.ts';
import type { ClaimedErrand } from './types.ts';

let base: DbCtx;
beforeAll(async () => {
  base = await testCtx();
});

const ALIVE = '01900000-0000-7000-8000-000000000001';
const DEAD = '01900000-0000-7000-8000-00000000dead';
const saying = (text: string): Draft => ({ kind: 'answer', text, sources: [], made: { ...made, by: 'model' } });

/** A company with a model, and a customer who has asked it something. */
async function asked(phone: string, question = 'vocês fazem entrega em Niterói?') {
  const lab = await openTalkLab(base);
  await withWorkspace(lab.ctx, (tx) =>
    saveModel(tx, lab.ctx, {
      name: 'Modelo',
      vendor: 'ollama',
      purpose: 'answer',
      model: 'm',
      baseUrl: 'http://127.0.0.1:9',
      enabled: true,
      perMinute: null,
      perDay: null,
      tokensPerMinute: null,
      concurrency: 8,
      timeoutMs: 30_000,
    }),
  );
  const customer = lab.customer(phone);
  await customer.writes(question);
  const { errands, queued } = await customer.turn();
  expect(queued).toEqual([]);
  return { lab, customer, errandId: errands[0]?.id ?? '' };
}

test('the answer is said once, whoever brings it, and nothing of the errand is left', async () => {
  const { lab, customer, errandId } = await asked('5511988883001');
  const errand = (await claimErrand(lab.ctx, errandId, ALIVE)) as ClaimedErrand; // wanted a moment ago
  expect(await claimErrand(lab.ctx, errandId, DEAD)).toBeUndefined();
  if (errand.request.kind !== 'answer') throw new Error('it is an answer that was asked for');
  expect(await answerRequest(lab.ctx, errand, errand.request)).toMatchObject({
    question: 'vocês fazem entrega em Niterói?',
    history: [],
    deadline: errand.giveUpAt,
  });
  expect(await finishErrand(lab.ctx, errand, DEAD, saying('Não é dele.'))).toBe(false);
  expect(await finishErrand(lab.ctx, errand, ALIVE, saying('Entregamos, sim.'))).toBe(true);
  await Promise.all([customer.turn(), customer.turn()]);
  expect(await customer.answers()).toEqual(['Entregamos, sim.']);
  expect(await finishErrand(lab.ctx, errand, ALIVE, saying('De novo?'))).toBe(false);
  expect((await customer.turn()).queued).toEqual([]);
});

test('what they add meanwhile makes a new question of it: the old answer is nobody’s', async () => {
  const { lab, customer, errandId } = await asked('5511988883002', 'vocês fazem entrega');
  const old = (await claimErrand(lab.ctx, errandId, ALIVE)) as ClaimedErrand;
  await finishErrand(lab.ctx, old, ALIVE, saying('Em todo o Rio.'));
  await customer.writes('em Niterói aos domingos?');
  const { errands, dropped, queued } = await customer.turn();
  expect(queued).toEqual([]);
  expect(dropped).toEqual([customer.conversationId]);
  expect(errands).toHaveLength(1);
  const again = (await claimErrand(lab.ctx, errands[0]?.id ?? '', ALIVE)) as ClaimedErrand;
  expect(again.request).toMatchObject({ question: 'vocês fazem entrega\nem Niterói aos domingos?' });
  await finishErrand(lab.ctx, again, ALIVE, saying('Aos domingos, não.'));
  await customer.turn();
  expect(await customer.answers()).toEqual(['Aos domingos, não.']);
});

test('of a worker that died another one takes it up; when none does, there is a sentence in time', async () => {
  const { lab, customer, errandId } = await asked('5511988883003');
  await claimErrand(lab.ctx, errandId, DEAD);
  lab.wait(1_500);
  const left = await sweepErrands(lab.ctx, [ALIVE]);
  expect(left).toContainEqual(expect.objectContaining({ id: errandId, workspaceId: lab.ctx.workspaceId }));
  const errand = (await claimErrand(lab.ctx, errandId, ALIVE)) as ClaimedErrand;
  lab.wait(7_000);
  await customer.turn();
  expect(await customer.answers()).toEqual([expect.stringContaining('está demorando')]);
  expect(await customer.state()).toBe('timeout');
  expect(await finishErrand(lab.ctx, errand, ALIVE, saying('Tarde demais.'))).toBe(false);
  expect(await customer.says('quero falar com uma pessoa')).toEqual([expect.stringContaining('Já chamei uma pessoa')]);
});

test('once a person has the word the answer under way is not said', async () => {
  const { lab, customer, errandId } = await asked('5511988883004');
  const errand = (await claimErrand(lab.ctx, errandId, ALIVE)) as ClaimedErrand;
  await withWorkspace(lab.ctx, (tx) =>
    giveFloor(lab.ctx, tx, [customer.conversationId], 'person', lab.ctx.clock.now()),
  );
  await finishErrand(lab.ctx, errand, ALIVE, saying('Entregamos.'));
  await customer.turn();
  expect(await customer.answers()).toEqual([]);
  expect(await customer.state()).toBe('waiting_person');
});
