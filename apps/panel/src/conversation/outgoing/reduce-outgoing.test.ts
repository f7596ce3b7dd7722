import { expect, test } from 'vitest';
import { type Outgoing, type OutgoingStep, reduceOutgoing } from './reduce-outgoing.ts';

const begin = (clientId: string): OutgoingStep => ({
  step: 'begin',
  conversationId: 'c',
  draft: { clientId, content: { kind: 'text', text: clientId } },
  at: '2026-11-21T08:00:00Z',
});
const after = (...steps: readonly OutgoingStep[]) => steps.reduce<readonly Outgoing[]>(reduceOutgoing, []);
const states = (all: readonly Outgoing[]) => all.map((one) => `${one.draft.clientId} ${one.state}`);

test('a message goes away when the server shows it, by the name the composer gave or by its id, whichever came first', () => {
  const two = after(begin('a'), begin('b'), begin('a'), { step: 'sent', clientId: 'b', messageId: 'm2' });
  expect(states(two)).toEqual(['a sending', 'b sent']);
  const arrived: OutgoingStep = {
    step: 'arrived',
    messages: [
      { id: 'm1', clientId: 'a' },
      { id: 'm2', clientId: null },
    ],
  };
  expect(reduceOutgoing(two, arrived)).toEqual([]);
  expect(reduceOutgoing(two, { step: 'arrived', messages: [{ id: 'm3', clientId: null }] })).toBe(two);
});

test('one that failed keeps its words and its place, says why, and can be tried again or thrown away', () => {
  const failed = after(begin('a'), begin('b'), { step: 'failed', clientId: 'a', problem: 'Sem internet.' });
  expect(states(failed)).toEqual(['a failed', 'b sending']);
  expect(failed[0]).toMatchObject({ problem: 'Sem internet.', draft: { content: { text: 'a' } } });
  const again = reduceOutgoing(failed, { step: 'again', clientId: 'a' });
  expect(again[0]).toMatchObject({ state: 'sending', problem: undefined });
  expect(states(reduceOutgoing(again, { step: 'drop', clientId: 'a' }))).toEqual(['b sending']);
});
