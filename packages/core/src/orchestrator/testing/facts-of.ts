import type { BotState } from '@balcao/contract';
import type { Draft, Made } from '../../answers/index.ts';
import type { Flow } from '../../flows/index.ts';
import type { Memory, Policy, TurnFacts, TurnMessage, Understood } from '../machine/facts.ts';

export const now = Date.parse('2026-11-20T15:00:00Z');
const MINUTE = 60_000;

export const policy: Policy = {
  version: '1',
  failures: 2,
  angerAt: 0.7,
  handoffIntents: ['human', 'complaint'],
  departmentId: null,
  departments: {},
  nudgeMs: 15 * MINUTE,
  closeMs: 60 * MINUTE,
  rating: true,
  personName: '',
  timeZone: 'America/Sao_Paulo',
  hours: { open: true, opensAt: null, answerDueAt: now + 30 * MINUTE },
};

export const made: Made = {
  by: 'local',
  intent: 'price',
  confidence: 0.9,
  intentBy: 'local',
  tokensIn: 0,
  tokensOut: 0,
  costMicros: 0,
  ms: 1,
  tools: [],
  tried: [],
};

export const answer: Draft = { kind: 'answer', text: 'Custa R$ 10.', sources: [], made };

export const flow: Flow = {
  version: 1,
  start: 'menu',
  steps: {
    menu: {
      menu: {
        text: 'Como posso ajudar?',
        options: [
          { id: 'cpf', label: 'Segunda via', goto: 'cpf' },
          { id: 'person', label: 'Pessoa', goto: 'person' },
        ],
      },
    },
    cpf: { ask: 'Qual é o CPF?', save: 'cpf', check: 'cpf', next: 'fetch' },
    order: { ask: 'Qual é o pedido?', save: 'order', check: 'number', next: 'done' },
    fetch: { http: { method: 'GET', url: 'https://example.com/boleto', timeout: 5 }, next: 'done', failed: 'broken' },
    done: { reply: 'Pronto.' },
    broken: { reply: 'Não consegui buscar agora.', next: 'person' },
    nap: { wait: { minutes: 5 }, next: 'done' },
    know: { answer: { unsure: 'broken' }, next: 'done' },
    guess: { answer: {}, next: 'done' },
    person: { handoff: { text: 'Vou chamar.', department: 'Suporte' } },
  },
};

let n = 0;
export const message = (body: string | null, over: Partial<TurnMessage> = {}): TurnMessage => ({
  id: `00000000-0000-7000-8000-${String(++n).padStart(12, '0')}`,
  seq: n,
  kind: body === null ? 'image' : 'text',
  body,
  content: null,
  at: now - 500,
  takenAt: now - 400,
  ...over,
});
export const tap = (id: string): TurnMessage => message('x', { kind: 'button_reply', content: { id } });

export const understood = (intent: string, over: Partial<Understood> = {}): Understood => ({
  intent,
  confidence: 0.9,
  sure: intent !== 'outside',
  version: 'test',
  ranking: [],
  anger: 0,
  wantsHuman: false,
  attack: false,
  sensitive: null,
  memory: null,
  ...over,
});

interface At {
  readonly memory?: Memory;
  readonly step?: string;
  readonly pending?: 'fetch' | 'answer' | 'time';
  readonly watchAt?: number;
}

/** A session that stands in a state, at a step of the flow perhaps. */
export const session = (state: BotState, { memory = {}, step, pending, watchAt }: At = {}): TurnFacts['session'] => ({
  state,
  memory,
  watchAt: watchAt ?? null,
  ...(step === undefined
    ? {}
    : {
        flow: {
          step,
          waiting: pending === undefined,
          vars: {},
          ...(pending === undefined ? {} : { pending }),
          ...(pending === 'time' ? { until: new Date(now - 1_000).toISOString() } : {}),
        },
      }),
});

export const facts = (over: Partial<TurnFacts> = {}): TurnFacts => ({
  now,
  mode: 'assistant',
  floor: 'bot',
  floorSince: null,
  askedAt: now - 500,
  windowUntil: now + 3_600_000,
  joined: true,
  joinBubbles: true,
  messages: [],
  language: 'pt-BR',
  contactName: 'Ana Souza',
  policy,
  served: false,
  hops: 0,
  ...over,
});
