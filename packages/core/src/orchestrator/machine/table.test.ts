import type { BotState } from '@balcao/contract';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../answers/index.ts';
import { answer, facts, flow, made, message, now, policy, session, tap, understood } from '../testing/facts-of.ts';
import { decide } from './decide.ts';
import type { ErrandFacts, TurnFacts } from './facts.ts';
import { taps } from './hearing/taps.ts';
import { table } from './table.ts';
import { eventNames, stateNames } from './words.ts';

interface Case {
  readonly facts: TurnFacts;
  readonly to: BotState;
  /** What the customer reads; absent: nothing. */
  readonly says?: string | readonly string[];
  readonly also?: object;
}

const MINUTE = 60_000;
const says = (text: string, intent: string, over: Partial<TurnFacts> = {}): TurnFacts =>
  facts({ messages: [message(text)], understood: understood(intent), ...over });
const errand = (kind: ErrandFacts['kind'], over: Partial<ErrandFacts> = {}): ErrandFacts => ({
  id: 'e',
  kind,
  forSeq: 1_000_000,
  giveUpAt: now + 4_000,
  done: true,
  result: null,
  ...over,
});
const asked = { asking: 'quanto custa o bolo?' };
const drafted = (draft: Draft, over: Partial<TurnFacts> = {}): TurnFacts =>
  says('quanto custa o bolo?', 'price', {
    session: session('answering', { memory: asked }),
    errand: errand('answer'),
    draft,
    ...over,
  });
const unsure: Draft = { kind: 'unsure', why: 'no_source', made };
const failed: Draft = { kind: 'failed', why: 'error', made };
const once = { failures: 1, ...asked };
const idleAt = (state: BotState, over: Partial<TurnFacts> = {}, memory = {}): TurnFacts =>
  facts({ session: session(state, { memory, watchAt: now - 1 }), ...over });
const late = (minutes: number): TurnFacts =>
  facts({ messages: [message('oi', { at: now - minutes * MINUTE })], understood: understood('greeting') });
const noRating = { policy: { ...policy, rating: false } };
const person = { what: 'person' } as const;
const tool = { what: 'tool', tool: 'book', args: { day: 'segunda' } } as const;
const question = { what: 'question', question: 'quanto custa?' } as const;
const erase = { what: 'erase' } as const;
const withRoutes = (intents: NonNullable<NonNullable<typeof flow.assistant>['intents']>) => ({
  ...flow,
  assistant: { intents },
});

/** One for each row of the table. */
const cases: Readonly<Record<string, Case>> = {
  nothing: { facts: facts({ messages: [message('👍', { kind: 'reaction' })] }), to: 'greeting' },
  'someone-serves': { facts: says('oi', 'greeting', { floor: 'person', served: true }), to: 'with_person' },
  'others-word': { facts: says('oi', 'greeting', { floor: 'person' }), to: 'waiting_person' },
  'late-and-gone': { facts: late(13 * 60), to: 'waiting_person', also: { handoff: { reason: 'late' } } },
  late: { facts: late(20), to: 'confirming', says: 'só recebi sua mensagem agora' },
  loop: {
    facts: says('oi', 'greeting', { session: session('triage', { memory: { last: 'oi', same: 3 } }) }),
    to: 'waiting_person',
    says: 'Já chamei uma pessoa',
    also: { handoff: { reason: 'loop' } },
  },
  hops: {
    facts: says('oi', 'greeting', { hops: 3 }),
    to: 'waiting_person',
    also: { handoff: { reason: 'hops' } },
    says: 'equipe',
  },
  'flow-step': {
    facts: says('segunda via', 'boleto_copy', { flow, session: session('triage', { step: 'menu' }) }),
    to: 'identifying',
    says: 'Qual é o CPF?',
  },
  'greeted-mid-flow': {
    facts: says('oi', 'greeting', { flow, session: session('identifying', { step: 'cpf' }) }),
    to: 'identifying',
    says: ['Oi, Ana!', 'Qual é o CPF?'],
  },
  'greeted-in-question': {
    facts: says('oi', 'greeting', { session: session('confirming', { memory: { pending: person } }) }),
    to: 'confirming',
    says: 'Quer que eu chame',
    also: { session: { memory: { pending: person } } },
  },
  'greeted-with-menu': {
    facts: says('oi', 'greeting', { flow }),
    to: 'triage',
    says: ['Oi, Ana!', 'Como posso ajudar?'],
  },
  greeted: { facts: says('oi', 'greeting'), to: 'triage', says: 'Oi, Ana!' },
  'asked-for-menu': {
    facts: says('blá', 'outside', { flow: { ...flow, assistant: { otherwise: 'menu' } } }),
    to: 'triage',
    says: 'Como posso ajudar?',
  },
  'asked-by-rule': {
    facts: says('blá', 'outside', { flow: { ...flow, assistant: { otherwise: 'handoff' } } }),
    to: 'waiting_person',
    says: 'Já chamei',
  },
  asked: {
    facts: says('quanto custa o bolo?', 'price'),
    to: 'answering',
    also: { errand: { kind: 'answer', question: 'quanto custa o bolo?' } },
  },
  'wordless-again': {
    facts: facts({ messages: [message(null)], session: session('triage', { memory: once }) }),
    to: 'waiting_person',
    says: 'Já chamei',
    also: { handoff: { reason: 'failures' } },
  },
  wordless: { facts: facts({ messages: [message(null)] }), to: 'triage', says: 'em poucas palavras' },
  'thanked-mid-flow': {
    facts: says('obrigada', 'thanks', { flow, session: session('identifying', { step: 'cpf' }) }),
    to: 'identifying',
    says: ['Por nada!', 'Qual é o CPF?'],
  },
  thanked: { facts: says('obrigada', 'thanks'), to: 'closing', says: 'Por nada!' },
  'goodbye-rated': { facts: says('tchau', 'goodbye'), to: 'rating', says: ['Até mais!', 'Como foi o atendimento?'] },
  goodbye: { facts: says('tchau', 'goodbye', noRating), to: 'closed', says: 'Até mais!', also: { resolves: true } },
  'yes-to-person': {
    facts: says('sim', 'yes', { session: session('timeout', { memory: { pending: person } }) }),
    to: 'waiting_person',
    says: 'Já chamei',
    also: { handoff: { reason: 'request' } },
  },
  'yes-to-tool': {
    facts: facts({ messages: [tap(taps.yes)], session: session('confirming', { memory: { pending: tool } }) }),
    to: 'answering',
    also: { errand: { kind: 'tool', tool: 'book', args: { day: 'segunda' } } },
  },
  'yes-to-erasure': {
    facts: says('sim', 'yes', { session: session('confirming', { memory: { pending: erase } }) }),
    to: 'triage',
    says: 'apaguei',
    also: { erasesMemory: true },
  },
  'yes-to-question': {
    facts: says('sim', 'yes', { session: session('confirming', { memory: { pending: question } }) }),
    to: 'answering',
    also: { errand: { kind: 'answer', question: 'quanto custa?' } },
  },
  yes: { facts: says('sim', 'yes'), to: 'triage', says: 'com o que posso ajudar' },
  'no-to-tool': {
    facts: says('não', 'no', { session: session('confirming', { memory: { pending: tool } }) }),
    to: 'triage',
    says: 'não fiz nada',
  },
  'no-to-erasure': {
    facts: says('não', 'no', { session: session('confirming', { memory: { pending: erase } }) }),
    to: 'triage',
    says: 'não fiz nada',
  },
  'no-to-question': {
    facts: says('não', 'no', { session: session('confirming', { memory: { pending: question } }) }),
    to: 'closing',
    says: 'Tudo bem',
  },
  'no-to-more-rated': {
    facts: says('não', 'no', { session: session('closing') }),
    to: 'rating',
    says: ['Até mais!', 'Como foi'],
  },
  'no-to-more': {
    facts: says('não', 'no', { session: session('closing'), ...noRating }),
    to: 'closed',
    says: 'Até mais!',
  },
  no: { facts: says('não', 'no'), to: 'triage', says: 'com o que posso ajudar' },
  'wants-person': {
    facts: says('quero um atendente', 'human'),
    to: 'waiting_person',
    says: 'até as 12:30',
    also: { handoff: { reason: 'request' } },
  },
  angry: {
    facts: says('isso é um absurdo!', 'outside', { understood: understood('outside', { anger: 0.9 }) }),
    to: 'waiting_person',
    says: 'Sinto muito',
    also: { handoff: { reason: 'anger', priority: 'high' } },
  },
  sensitive: {
    facts: says('passei mal', 'outside', { understood: understood('outside', { sensitive: 'health' }) }),
    to: 'waiting_person',
    says: 'atenção de uma pessoa',
    also: { handoff: { reason: 'sensitive' } },
  },
  'opts-out': { facts: says('parar', 'opt_out'), to: 'closing', says: 'não vai mais receber', also: { optsOut: true } },
  'memory-shown': {
    facts: says('o que você sabe de mim?', 'outside', {
      understood: understood('outside', { memory: 'show' }),
      remembered: 'Nada guardado.',
    }),
    to: 'triage',
    says: 'Nada guardado.',
  },
  'erasure-asked': {
    facts: says('apague', 'outside', { understood: understood('outside', { memory: 'erase' }) }),
    to: 'confirming',
    says: 'apague tudo',
    also: { erasesMemory: false },
  },
  'rule-hands-over': {
    facts: says('cancelar', 'cancel', { flow: withRoutes({ cancel: { handoff: { department: 'Retenção' } } }) }),
    to: 'waiting_person',
    says: 'Já chamei',
    also: { handoff: { reason: 'rule', department: 'Retenção' } },
  },
  'rule-says-mid-flow': {
    facts: says('qual o preço?', 'price', {
      flow: withRoutes({ price: { say: 'A partir de R$ 10.' } }),
      session: session('identifying', { step: 'cpf' }),
    }),
    to: 'identifying',
    says: ['A partir de R$ 10.', 'Qual é o CPF?'],
  },
  'rule-says': {
    facts: says('qual o preço?', 'price', { flow: withRoutes({ price: { say: 'A partir de R$ 10.' } }) }),
    to: 'triage',
    says: 'A partir de R$ 10.',
  },
  rated: {
    facts: says('5', 'outside', { session: session('rating') }),
    to: 'closed',
    says: 'Que bom',
    also: { rating: 5 },
  },
  waits: {
    facts: says('e aí?', 'outside', {
      flow,
      session: session('answering', { step: 'fetch', pending: 'fetch' }),
      errand: errand('http', { done: false, forSeq: 0 }),
    }),
    to: 'answering',
    also: { keepsErrand: true },
  },
  'flow-answered': {
    facts: drafted(answer, { flow, session: session('answering', { step: 'guess', pending: 'answer' }) }),
    to: 'triage',
    says: ['Custa R$ 10.', 'Pronto.'],
  },
  'answered-mid-flow': {
    facts: drafted(answer, { flow, session: session('answering', { step: 'order' }) }),
    to: 'collecting',
    says: ['Custa R$ 10.', 'Qual é o pedido?'],
  },
  answered: { facts: drafted(answer), to: 'triage', says: 'Custa R$ 10.' },
  'flow-unsure': {
    facts: drafted(unsure, { flow, session: session('answering', { step: 'know', pending: 'answer' }) }),
    to: 'waiting_person',
    says: ['Não consegui buscar agora.', 'Vou chamar.'],
    also: { handoff: { department: 'Suporte' } },
  },
  'unsure-again': {
    facts: drafted(unsure, { session: session('answering', { memory: once }) }),
    to: 'waiting_person',
    says: 'confirmar com uma pessoa',
    also: { handoff: { reason: 'low_confidence' }, unanswered: asked.asking },
  },
  unsure: {
    facts: drafted(unsure),
    to: 'confirming',
    says: 'Quer que eu chame',
    also: { unanswered: asked.asking, session: { memory: { pending: person, failures: 1 } } },
  },
  refused: {
    facts: drafted({ kind: 'refused', why: 'attack', text: 'Isso eu não faço.', made }),
    to: 'triage',
    says: 'Isso eu não faço.',
  },
  'needs-yes': {
    facts: drafted({ kind: 'confirm', tool: 'book', args: {}, text: 'Marco para segunda?', made }),
    to: 'confirming',
    says: 'Marco para segunda?',
  },
  'answer-hands-over': {
    facts: drafted({ kind: 'handoff', reason: 'sensitive', made }),
    to: 'waiting_person',
    says: 'atenção de uma pessoa',
    also: { handoff: { reason: 'sensitive' } },
  },
  'failed-again': {
    facts: drafted(failed, { session: session('answering', { memory: once }) }),
    to: 'waiting_person',
    says: 'Já chamei',
    also: { handoff: { reason: 'error' } },
  },
  failed: { facts: drafted(failed), to: 'error', says: 'tive um problema' },
  'too-late-again': {
    facts: says('quanto?', 'price', {
      session: session('answering', { memory: once }),
      errand: errand('answer', { done: false, giveUpAt: now }),
    }),
    to: 'waiting_person',
    says: 'Já chamei',
  },
  'too-late': {
    facts: says('quanto?', 'price', {
      session: session('answering', { memory: asked }),
      errand: errand('answer', { done: false, giveUpAt: now }),
    }),
    to: 'timeout',
    says: 'está demorando',
  },
  fetched: {
    facts: says('529.982.247-25', 'outside', {
      flow,
      session: session('answering', { step: 'fetch', pending: 'fetch' }),
      errand: errand('http', { result: { ok: true, status: 200, values: {} } }),
    }),
    to: 'triage',
    says: 'Pronto.',
  },
  'tool-done': {
    facts: says('sim', 'yes', {
      session: session('answering'),
      errand: errand('tool', { result: { ok: true, result: {}, text: 'Marcado para segunda.' } }),
    }),
    to: 'triage',
    says: 'Marcado para segunda.',
  },
  'tool-failed': {
    facts: says('sim', 'yes', {
      session: session('answering'),
      errand: errand('tool', { result: { ok: false, problem: 'timeout', detail: '' } }),
    }),
    to: 'error',
    says: 'tive um problema',
  },
  'flow-wakes': {
    facts: facts({ flow, session: session('collecting', { step: 'nap', pending: 'time', watchAt: now - 1 }) }),
    to: 'triage',
    says: 'Pronto.',
  },
  'resolved-rated': { facts: idleAt('closed', {}, { resolved: true }), to: 'rating', says: 'Como foi o atendimento?' },
  resolved: { facts: idleAt('closed', noRating, { resolved: true }), to: 'closed' },
  stuck: { facts: idleAt('answering'), to: 'timeout', says: 'está demorando' },
  'idle-with-people': { facts: idleAt('waiting_person'), to: 'waiting_person' },
  'idle-closed': { facts: idleAt('closed'), to: 'closed' },
  'idle-rating': { facts: idleAt('rating'), to: 'closed', also: { resolves: true } },
  'idle-closing-rated': { facts: idleAt('closing'), to: 'rating', says: 'Como foi o atendimento?' },
  'idle-closing': { facts: idleAt('closing', noRating), to: 'closed', also: { resolves: true } },
  nudge: {
    facts: idleAt('triage'),
    to: 'triage',
    says: 'ainda está por aí',
    also: { session: { memory: { nudged: true } } },
  },
  idle: { facts: idleAt('triage', {}, { nudged: true }), to: 'closed', says: 'vou encerrar', also: { resolves: true } },
};

describe('each row of the table', () => {
  test.each(table.map((row) => [row.id]))('%s', (id) => {
    const it = cases[id];
    if (it === undefined) throw new Error(`the row ${id} has no case`);
    const decision = decide(it.facts);
    expect(decision).toMatchObject({ rule: id, to: it.to, ...it.also });
    const wanted = it.says === undefined ? [] : [it.says].flat();
    const read = decision.replies.map(({ text }) => text).join('\n');
    expect(wanted.filter((words) => !read.includes(words))).toEqual([]);
    expect(read === '').toBe(wanted.length === 0);
  });
});

test('every event has an answer in every state, and no two rows have one name', () => {
  for (const on of eventNames)
    for (const state of stateNames)
      expect(
        table.some(
          (row) => row.on === on && row.when === undefined && (row.from === 'any' || row.from.includes(state)),
        ),
        `${on} in ${state}`,
      ).toBe(true);
  expect(new Set(table.map((row) => row.id)).size).toBe(table.length);
});

test('a row that no state reaches any more is found: each one is taken by its own case', () => {
  expect(Object.keys(cases).sort()).toEqual(table.map((row) => row.id).sort());
});

test('somebody quick of hand is still a person; ten answers in twenty seconds are a program', () => {
  const after = (turns: number, everyMs: number) => {
    const recent = Array.from({ length: turns }, (_, n) => now - n * everyMs);
    return decide(says('oi', 'greeting', { session: session('triage', { memory: { recent, turns } }) })).rule;
  };
  expect([after(9, 500), after(10, 2_500), after(10, 1_500)].map((rule) => rule === 'loop')).toEqual([
    false,
    false,
    true,
  ]);
});
