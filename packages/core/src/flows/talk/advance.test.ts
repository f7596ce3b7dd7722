import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../flow.ts';
import { advance } from './advance.ts';
import type { SessionState } from './session.ts';
import { MAX_STEPS_PER_MESSAGE } from './walk.ts';

const echo: Flow = { version: 1, start: 'echo', steps: { echo: { reply: '{{message.text}}' } } };

const shop: Flow = {
  version: 1,
  start: 'hello',
  steps: {
    hello: { reply: 'Oi, {{contact.name}}!', next: 'menu' },
    menu: {
      menu: {
        text: 'Como posso ajudar?',
        invalid: 'Não entendi.',
        options: [
          { id: 'hours', label: 'Horários', words: ['que horas abre'], goto: 'hours' },
          { label: 'Segunda via', goto: 'cpf' },
          { id: 'person', label: 'Pessoa', goto: 'person' },
        ],
      },
    },
    hours: { reply: 'Das 8h às 18h.', next: 'menu' },
    cpf: { ask: 'Qual o CPF?', save: 'cpf', check: 'cpf', invalid: 'Não confere.', next: 'sent' },
    sent: { reply: 'Enviado para {{vars.cpf}}.' },
    person: { handoff: { text: 'Já chamo.', department: 'vendas' } },
  },
};

const at = (step: string, waiting = true, vars = {}): SessionState => ({ step, waiting, vars });
const says = (effects: readonly { do: string }[]) =>
  effects.map((effect) => ('text' in effect ? effect.text : effect.do));

describe('a flow', () => {
  test('echo answers every message with its own words', () => {
    const first = advance(echo, undefined, { text: 'oi' });
    expect(first.effects).toEqual([{ do: 'say', text: 'oi' }]);
    expect(advance(echo, first.state, { text: 'de novo' }).effects).toEqual([{ do: 'say', text: 'de novo' }]);
  });

  test('what the customer wrote is never filled in again', () => {
    expect(advance(echo, undefined, { text: '{{vars.cpf}} {{message.text}}' }).effects).toEqual([
      { do: 'say', text: '{{vars.cpf}} {{message.text}}' },
    ]);
  });

  test('goes through what does not wait and stops at the menu', () => {
    const turn = advance(shop, undefined, { text: 'oi', contactName: 'Zélia' });
    expect(says(turn.effects)).toEqual(['Oi, Zélia!', 'offer']);
    expect(turn.state).toEqual(at('menu'));
    expect(turn.transitions.map((one) => [one.from, one.to, one.event])).toEqual([
      [null, 'hello', 'started'],
      ['hello', 'menu', 'moved'],
    ]);
  });

  test.each([
    ['a tap', { text: 'Horários', choice: 'hours' }, 'hours'],
    ['the number', { text: ' 2 ' }, 'cpf'],
    ['the label without accents', { text: 'HORARIOS!' }, 'hours'],
    ['one of its words', { text: 'Que horas abre?' }, 'hours'],
    ['a tap on an option without an id', { text: '', choice: 'option-2' }, 'cpf'],
  ])('a menu understands %s', (_, input, step) => {
    expect(advance(shop, at('menu'), input).transitions[0]).toMatchObject({
      from: 'menu',
      to: step,
      event: 'answered',
    });
  });

  test('a menu that does not understand says so and offers itself again', () => {
    const turn = advance(shop, at('menu'), { text: 'xyz' });
    expect(says(turn.effects)).toEqual(['Não entendi.', 'offer']);
    expect(turn.state).toEqual({ ...at('menu'), misses: 1 });
  });

  test('a question keeps a good answer, and asks again after a bad one', () => {
    const bad = advance(shop, at('cpf'), { text: '111.111.111-11' });
    expect(says(bad.effects)).toEqual(['Não confere.']);
    expect(bad.state).toEqual({ ...at('cpf'), misses: 1 });
    const good = advance(shop, bad.state, { text: '529.982.247-25' });
    expect(says(good.effects)).toEqual(['Enviado para 529.982.247-25.']);
    expect(good.state).toEqual(at('sent', false, { cpf: '529.982.247-25' }));
  });

  test('a handoff tells the customer and says to which department', () => {
    const turn = advance(shop, at('menu'), { text: 'pessoa' });
    expect(turn.effects).toEqual([
      { do: 'say', text: 'Já chamo.' },
      { do: 'handoff', department: 'vendas' },
    ]);
    expect(turn.transitions.at(-1)).toMatchObject({ event: 'handed_off' });
  });

  test('a talk that stood in a step which the new version does not have begins anew', () => {
    expect(advance(shop, at('gone'), { text: 'oi' }).transitions[0]).toMatchObject({ event: 'started' });
    expect(advance(shop, at('constructor'), { text: 'oi' }).transitions[0]).toMatchObject({ event: 'started' });
  });

  test('a round that never waits is stopped', () => {
    const round: Flow = { version: 1, start: 'a', steps: { a: { goto: 'b' }, b: { goto: 'a' } } };
    const turn = advance(round, undefined, { text: 'oi' });
    expect(turn.transitions.at(-1)).toMatchObject({ event: 'too_many_steps' });
    expect(turn.transitions.length).toBe(MAX_STEPS_PER_MESSAGE + 1);
  });

  test('any talk of any words ends every turn in a step of the flow, having said something', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '2', '3', 'pessoa', '529.982.247-25', '__proto__', '{{vars.x}}'),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        let state: SessionState | undefined;
        for (const text of words) {
          const turn = advance(shop, state, { text });
          state = turn.state;
          expect(Object.keys(shop.steps)).toContain(state.step);
          expect(turn.effects.length).toBeGreaterThan(0);
          expect(turn.transitions.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
