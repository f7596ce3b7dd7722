import { expect, test } from 'vitest';
import type { Flow } from '../../flows/index.ts';
import { decide } from './decide.ts';
import type { TurnFacts, TurnMessage } from './facts.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const minutesAgo = (minutes: number) => now - minutes * 60_000;
const flow: Flow = {
  version: 1,
  start: 'ask',
  steps: {
    ask: { reply: 'Você disse: {{message.text}}', next: 'menu' },
    menu: { menu: { text: 'E agora?', options: [{ id: 'person', label: 'Pessoa', goto: 'person' }] } },
    person: { handoff: { text: 'Vou chamar.' } },
  },
};
let n = 0;
const message = (body: string | null, over: Partial<TurnMessage> = {}): TurnMessage => ({
  id: `m${++n}`,
  seq: n,
  kind: 'text',
  body,
  content: null,
  at: now,
  takenAt: now,
  ...over,
});
const decided = (messages: readonly TurnMessage[], over: Partial<TurnFacts> = {}) =>
  decide({
    now,
    mode: 'flow',
    floor: 'bot',
    floorSince: null,
    askedAt: minutesAgo(0),
    windowUntil: null,
    flow,
    contactName: 'Ana',
    joined: false,
    joinBubbles: false,
    language: 'pt-BR',
    messages,
    ...over,
  });
const said = (decision: ReturnType<typeof decided>) => decision.replies.map((reply) => reply.text);

test('messages that came together are answered as one, or one by one', () => {
  const two = [message('oi'), message('tudo bem?')];
  expect(said(decided(two, { joined: true }))).toEqual(['Você disse: oi\ntudo bem?', 'E agora?']);
  expect(said(decided(two)).length).toBe(3); // the second one is no option of the menu: it is offered again
});

test('bubbles that follow each other are one message, a text before a menu a part of it', () => {
  const decision = decided([message('oi')], { joinBubbles: true });
  expect(said(decision)).toEqual(['Você disse: oi\n\nE agora?']);
  expect(decision.replies[0]?.content).toMatchObject({ kind: 'buttons', text: 'Você disse: oi\n\nE agora?' });
  const long = decided([message('o'.repeat(1_020))], { joinBubbles: true });
  expect(said(long).length).toBe(2); // WhatsApp takes 1,024 characters with buttons
});

test('what has no words is heard as what it is, and what wants no answer gets none', () => {
  expect(said(decided([message(null, { kind: 'image' })]))[0]).toBe('Você disse: [imagem]');
  for (const kind of ['system', 'unsupported', 'reaction', 'unknown'])
    expect(decided([message('x', { kind })])).toMatchObject({ replies: [], steps: [], event: 'nothing' });
  expect(said(decided([message('oi')], { flow: undefined }))).toEqual([]);
});

test('a tap is known by its id, and nothing after a handoff is answered', () => {
  const session = {
    state: 'triage' as const,
    flow: { step: 'menu', waiting: true, vars: {} },
    memory: {},
    watchAt: null,
  };
  const tap = message('Pessoa', { kind: 'button_reply', content: { id: 'person' } });
  const decision = decided([tap, message('alguém?')], { session });
  expect(said(decision)).toEqual(['Vou chamar.']);
  expect(decision.handoff).toMatchObject({ reason: 'rule' });
  expect(decision.to).toBe('waiting_person');
  expect(decision.steps.map((one) => one.event)).toEqual(['answered', 'handed_off']);
});

test('the bot keeps out while a person or the phone app has the word, and comes back four hours after the app', () => {
  const oi = [message('oi')];
  expect(said(decided(oi, { floor: 'person', floorSince: minutesAgo(9_999) }))).toEqual([]);
  expect(said(decided(oi, { floor: 'phone_app', floorSince: minutesAgo(239) }))).toEqual([]);
  expect(said(decided(oi, { floor: 'phone_app', floorSince: minutesAgo(241) }))).not.toEqual([]);
});

test("once Meta's agent gave the talk back the bot answers again, and takes the word", () => {
  const oi = [message('oi')];
  const held = decided(oi, { floor: 'meta_agent', floorSince: minutesAgo(1), askedAt: minutesAgo(5) });
  expect(held.replies).toEqual([]);
  expect(held.takesBack).toBe(false);
  const back = decided(oi, { floor: 'meta_agent', floorSince: minutesAgo(5), askedAt: minutesAgo(1) });
  expect(said(back)).toEqual(['Você disse: oi', 'E agora?']);
  expect(back.takesBack).toBe(true);
  expect(decided(oi).takesBack).toBe(false);
});

test('what was written long before it reached us is no talk: people look at it', () => {
  const late = decided([message('oi', { at: minutesAgo(16) })]);
  expect(late).toMatchObject({ event: 'late_words', to: 'waiting_person', replies: [], handoff: { reason: 'late' } });
  expect(said(decided([message('oi', { at: minutesAgo(16) }), message('oi?')]))).not.toEqual([]);
});
