import { type DbCtx, type Tx, withWorkspace } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { readHandoffs } from '../handoff/read-handoffs.ts';
import { openTalkLab } from '../testing/talk-lab.ts';
import { measureBot } from './measure-bot.ts';
import { readTalk } from './read-talk.ts';
import { replayTalk } from './replay-talk.ts';

let base: DbCtx;
beforeAll(async () => {
  base = await testCtx();
});

const flow = {
  version: 1,
  start: 'menu',
  assistant: { intents: { boleto_copy: { goto: 'cpf' } } },
  steps: {
    menu: { menu: { text: 'Como posso ajudar?', options: [{ id: 'cpf', label: 'Segunda via', goto: 'cpf' }] } },
    cpf: { ask: 'Qual é o CPF?', save: 'cpf', check: 'cpf', next: 'person' },
    person: { handoff: { text: 'Vou chamar o financeiro.' } },
  },
};
const faqs = [{ questions: ['qual o horário de funcionamento?'], answer: 'Abrimos das 8h às 18h.' }];

test('a talk tells what was understood, decided and handed over, and decided again from its record it is the same', async () => {
  const lab = await openTalkLab(base, { flow, faqs });
  const ana = lab.customer('5511988881001');
  await ana.says('bom dia');
  await ana.says('qual o horário de funcionamento?');
  await ana.says('quero a segunda via do boleto');
  expect(await ana.state()).toBe('identifying');
  await ana.says('529.982.247-25');
  const inside = <T>(fn: (tx: Tx) => Promise<T>) => withWorkspace(lab.ctx, fn);
  const talk = await inside((tx) => readTalk(lab.ctx, tx, ana.conversationId, { limit: 50 }));
  expect(talk.state).toBe('waiting_person');
  expect(talk.turns.map(({ event, from, to }) => [event, from, to]).reverse()).toEqual([
    ['greets', 'greeting', 'triage'],
    ['answered', 'triage', 'triage'],
    ['step', 'triage', 'identifying'],
    ['step', 'identifying', 'waiting_person'],
  ]);
  expect(talk.turns.at(-2)).toMatchObject({ intent: 'opening_hours', answeredBy: 'local', costMicros: 0 });
  expect(talk.turns.at(-2)?.sources).toHaveLength(1);
  const [first, second] = [talk.turns.slice(0, 2), talk.turns.slice(2)];
  const page = await inside((tx) => readTalk(lab.ctx, tx, ana.conversationId, { limit: 2 }));
  expect([page.turns.map((turn) => turn.id), page.next]).toEqual([first.map((turn) => turn.id), first.at(-1)?.id]);
  const rest = await inside((tx) =>
    readTalk(lab.ctx, tx, ana.conversationId, { limit: 2, before: page.next ?? undefined }),
  );
  expect([rest.turns.map((turn) => turn.id), rest.next]).toEqual([second.map((turn) => turn.id), null]);

  const again = await inside((tx) => replayTalk(lab.ctx, tx, ana.conversationId, { limit: 50 }));
  expect(again.turns.map(({ same, now }) => [same, now])).toEqual(again.turns.map(({ was }) => [true, was]));
  expect(again.same).toBe(true);

  const [handoff] = await inside((tx) => readHandoffs(lab.ctx, tx, ana.conversationId, undefined));
  expect(handoff).toMatchObject({
    reason: 'rule',
    collected: [{ name: 'cpf', value: expect.stringContaining('529') }],
    sentiment: 'calm',
  });
  expect(handoff?.summary).toContain('Informou: cpf');

  const now = lab.ctx.clock.now().getTime();
  const period = { from: new Date(now - 60_000), to: new Date(now + 60_000) };
  const metrics = await inside((tx) => measureBot(lab.ctx, tx, period));
  expect(metrics).toMatchObject({ turns: 4, talks: 1, contained: 0, handoffs: [{ reason: 'rule', count: 1 }] });
  expect(metrics.answers).toContainEqual({ by: 'local', count: 1 });
  const none = { from: new Date(now - 7_200_000), to: new Date(now - 3_600_000) };
  expect((await inside((tx) => measureBot(lab.ctx, tx, none))).turns).toBe(0);
});
