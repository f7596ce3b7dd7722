import type { BotHandoff, BotTurn } from '@balcao/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCustomerTo } from './customer.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

const faqs = [
  { questions: ['Qual o horário de funcionamento?', 'Que horas vocês abrem?'], body: 'Abrimos das 7h às 20h.' },
  { questions: ['Onde fica a padaria?', 'Qual o endereço?'], body: 'Rua das Flores, 120, Centro.' },
  { questions: ['Vocês fazem entrega?', 'Entregam em casa?'], body: 'Entregamos no Centro, sem taxa acima de R$ 40.' },
  { questions: ['Quais as formas de pagamento?', 'Aceitam pix?'], body: 'Aceitamos Pix, cartão e dinheiro.' },
  { questions: ['Fazem bolo por encomenda?', 'Como encomendo um bolo?'], body: 'Sim, com dois dias de antecedência.' },
];

let line: SimulatedLine;
beforeAll(async () => {
  line = await startSimulatedLine();
  await line.api('channels.update', { channelId: line.channelId, botMode: 'assistant' });
  for (const faq of faqs) await line.api('knowledge.save', { kind: 'faq', ...faq, publish: true });
}, 60_000);
afterAll(() => line?.close());

interface Talk {
  readonly state: string;
  readonly turns: readonly BotTurn[];
}

test('with no model and no key: five things it knows, one it does not, then a person, in careless Portuguese', {
  timeout: 60_000,
}, async () => {
  const ana = addCustomerTo(line, 'Ana Souza', '+55 11 98888-7001');
  const asks = async (text: string) => {
    ana.write(text);
    return (await ana.hears(1)).join('\n');
  };
  expect(await asks('oi td bem')).toContain('Oi, Ana!');
  const known = [
    ['q horas vcs abrem', 'Abrimos das 7h às 20h.'],
    ['onde vcs ficam', 'Rua das Flores, 120, Centro.'],
    ['vcs entrega em casa??', 'Entregamos no Centro, sem taxa acima de R$ 40.'],
    ['aceita pix?', 'Aceitamos Pix, cartão e dinheiro.'],
    ['como faço p encomendar um bolo', 'Sim, com dois dias de antecedência.'],
  ] as const;
  for (const [question, answer] of known) expect(await asks(question)).toBe(answer);
  expect(await asks('vcs consertam relogio antigo?')).toContain('confirmar com uma pessoa');
  expect(await asks('quero falar com um atendente')).toContain('Já chamei uma pessoa da equipe');

  const { conversations } = await line.api<{ conversations: { id: string; floor: string }[] }>('conversations.list');
  const conversationId = conversations[0]?.id;
  expect(conversations[0]?.floor).toBe('person');
  const talk = await line.api<Talk>('bot-turns.of-conversation', { conversationId });
  expect(talk.state).toBe('waiting_person');
  expect(talk.turns.filter((turn) => turn.answeredBy === 'local')).toHaveLength(known.length);
  expect(talk.turns.every((turn) => turn.costMicros === 0)).toBe(true);
  expect(await line.api<{ same: boolean }>('bot-turns.replay', { conversationId })).toMatchObject({ same: true });
  const { handoffs } = await line.api<{ handoffs: BotHandoff[] }>('handoffs.of-conversation', { conversationId });
  expect(handoffs).toMatchObject([{ reason: 'request', sentiment: 'calm', summary: expect.stringContaining('Quer:') }]);
  const { events } = await line.api<{ events: { kind: string; reason: string | null }[] }>('tickets.history', {
    ticketId: handoffs[0]?.ticketId,
  });
  expect(events.find((one) => one.kind === 'handed_off')?.reason).toBe(handoffs[0]?.summary);
  expect((await line.api<{ groups: unknown[] }>('questions.list')).groups).toHaveLength(1);
});
