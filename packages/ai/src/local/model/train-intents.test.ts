import { expect, test } from 'vitest';
import type { IntentExample } from './examples.ts';
import { readModel, writeModel } from './keep-model.ts';
import { learnIntents, trainIntents } from './train-intents.ts';

const said: Readonly<Record<string, readonly string[]>> = {
  order: [
    'cadê meu pedido',
    'onde está minha encomenda',
    'meu pedido já saiu?',
    'quando chega minha compra',
    'rastreio do pedido',
  ],
  hours: [
    'que horas abre',
    'vocês abrem domingo?',
    'até que horas fica aberto',
    'horário de funcionamento',
    'fecha que horas',
  ],
  person: [
    'quero um atendente',
    'falar com uma pessoa',
    'me passa pra alguém',
    'tem algum humano aí',
    'chama o gerente',
  ],
  outside: ['quem ganhou o jogo', 'receita de bolo', 'vai chover amanhã?', 'kkkkk', 'te amo'],
};
const examples: IntentExample[] = Object.entries(said).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);

test('typos, slang and capitals are understood', () => {
  const model = trainIntents(examples);
  for (const [text, intent] of [
    ['KD MEU PEDIDU', 'order'],
    ['q horas vcs abren', 'hours'],
    ['qro falr com um atendemte pfv', 'person'],
    ['quen ganho o jogo onten', 'outside'],
  ] as const)
    expect(model.classify(text), text).toMatchObject({ intent });
});

test('the same examples make the same model, and what is kept of it answers the same', () => {
  const bytes = writeModel(trainIntents(examples));
  expect(Buffer.from(writeModel(trainIntents(examples))).equals(bytes)).toBe(true);
  const kept = readModel(bytes);
  expect(kept?.classify('cade minha encomenda')).toEqual(trainIntents(examples).classify('cade minha encomenda'));
});

test('confidence is a share of one, and every class has its own', () => {
  const { ranking, intent, confidence } = trainIntents(examples).classify('bom dia');
  expect(ranking.map((one) => one.intent).sort()).toEqual(['hours', 'order', 'outside', 'person']);
  expect(ranking.reduce((sum, one) => sum + one.confidence, 0)).toBeCloseTo(1);
  expect(ranking[0]).toEqual({ intent, confidence });
});

test('each example is judged once, by a model that did not learn it', () => {
  const { judged } = learnIntents([...examples, { text: 'quero falar com um atendente agora', intent: 'hours' }]);
  expect(judged.map(({ at }) => at).sort((a, b) => a - b)).toEqual([...examples.keys(), examples.length]);
  expect(judged.find(({ at }) => at === examples.length)?.intent).toBe('person');
});

test('there is always an outside, and nothing at all can be learned', () => {
  expect(trainIntents([]).classify('oi')).toMatchObject({ intent: 'outside', confidence: 1 });
  expect(trainIntents([{ text: 'oi', intent: 'greeting' }]).intents).toEqual(['greeting', 'outside']);
});
