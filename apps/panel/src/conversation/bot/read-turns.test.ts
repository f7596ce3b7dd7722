import { expect, test } from 'vitest';
import { type BotTurn, isWorthAsking, readTurns } from './read-turns.ts';

const turn = (change: Partial<BotTurn>): BotTurn =>
  ({
    id: 'x',
    at: '2026-11-21T08:00:00Z',
    messageIds: [],
    replyIds: [],
    intent: null,
    answeredBy: null,
    sources: [],
    attack: false,
    reason: null,
    ...change,
  }) as BotTurn;

test('messages that were joined show once what was understood of them, and several bubbles once how they came', () => {
  const signs = readTurns([turn({ id: '1', messageIds: ['a', 'b'], replyIds: ['c', 'd'], intent: 'price' })]);
  expect([...signs.heard.keys()]).toEqual(['b']);
  expect([...signs.said.keys()]).toEqual(['d']);
});

test('what was understood last of a message counts; a turn without an intent takes nothing away', () => {
  const signs = readTurns([
    turn({ id: '3', at: '2026-11-21T08:00:02Z', messageIds: ['a'] }),
    turn({ id: '2', at: '2026-11-21T08:00:01Z', messageIds: ['a'], intent: 'price' }),
    turn({ id: '1', messageIds: ['a'], intent: 'outside' }),
  ]);
  expect(signs.heard.get('a')?.id).toBe('2');
});

test('fixed words ask for no explanation; an answer, a refusal and a handover do', () => {
  expect(isWorthAsking(turn({ answeredBy: 'template' }))).toBe(false);
  expect(isWorthAsking(turn({ answeredBy: 'flow' }))).toBe(false);
  expect(isWorthAsking(turn({ answeredBy: 'local' }))).toBe(true);
  expect(isWorthAsking(turn({ answeredBy: 'flow', attack: true }))).toBe(true);
  expect(isWorthAsking(turn({ reason: 'anger' }))).toBe(true);
});
