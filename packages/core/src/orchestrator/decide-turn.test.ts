import { expect, test } from 'vitest';
import type { Flow } from '../flows/index.ts';
import { decideTurn, type TurnFacts, type TurnMessage } from './decide-turn.ts';

const now = new Date('2026-11-20T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
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
  kind: 'text',
  body,
  content: null,
  ...over,
});
const decide = (messages: readonly TurnMessage[], over: Partial<TurnFacts> = {}) =>
  decideTurn({
    now,
    floor: 'bot',
    floorSince: null,
    askedAt: minutesAgo(0),
    flow,
    session: undefined,
    contactName: 'Ana',
    joined: false,
    messages,
    ...over,
  });
const said = (decision: ReturnType<typeof decide>) => decision.replies.map((reply) => reply.text);

test('messages that came together are answered as one, or one by one', () => {
  const two = [message('oi'), message('tudo bem?')];
  expect(said(decide(two, { joined: true }))).toEqual(['Você disse: oi\ntudo bem?', 'E agora?']);
  expect(said(decide(two)).length).toBe(3); // the second one is no option of the menu: it is offered again
});

test('what has no words is heard as what it is, and what wants no answer gets none', () => {
  expect(said(decide([message(null, { kind: 'image' })]))[0]).toBe('Você disse: [imagem]');
  for (const kind of ['system', 'unsupported', 'reaction', 'unknown'])
    expect(decide([message('x', { kind })])).toMatchObject({ replies: [], transitions: [], session: undefined });
  expect(said(decide([message('oi')], { flow: undefined }))).toEqual([]);
});

test('a tap is known by its id, and nothing after a handoff is answered', () => {
  const session = { step: 'menu', waiting: true, vars: {} };
  const tap = message('Pessoa', { kind: 'button_reply', content: { id: 'person' } });
  const decision = decide([tap, message('alguém?')], { session });
  expect(said(decision)).toEqual(['Vou chamar.']);
  expect(decision.handoff).toBe(true);
  expect(decision.transitions.map((one) => one.event)).toEqual(['answered', 'handed_off']);
});

test('the bot keeps out while a person or the phone app has the word, and comes back four hours after the app', () => {
  const oi = [message('oi')];
  expect(said(decide(oi, { floor: 'person', floorSince: minutesAgo(9_999) }))).toEqual([]);
  expect(said(decide(oi, { floor: 'phone_app', floorSince: minutesAgo(239) }))).toEqual([]);
  expect(said(decide(oi, { floor: 'phone_app', floorSince: minutesAgo(241) }))).not.toEqual([]);
});

test("once Meta's agent gave the talk back the bot answers again, and takes the word", () => {
  const oi = [message('oi')];
  const held = decide(oi, { floor: 'meta_agent', floorSince: minutesAgo(1), askedAt: minutesAgo(5) });
  expect(held.replies).toEqual([]);
  expect(held.takesBack).toBeFalsy();
  const back = decide(oi, { floor: 'meta_agent', floorSince: minutesAgo(5), askedAt: minutesAgo(1) });
  expect(said(back)).toEqual(['Você disse: oi', 'E agora?']);
  expect(back.takesBack).toBe(true);
  expect(decide(oi).takesBack).toBe(false);
});
