import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../flow.ts';
import { parseFlow } from '../reading/parse-flow.ts';
import { advance, enter, resume, understands } from './advance.ts';
import type { FlowEffect, FlowInput, SessionState } from './session.ts';
import { MAX_STEPS_PER_MESSAGE } from './walk.ts';

const flowOf = (steps: string, top = ''): Flow => parseFlow(`version: 1\nstart: begin\n${top}steps:\n${steps}`);
const said = (effects: readonly FlowEffect[]) => effects.map((one) => ('text' in one ? one.text : one.do));
const now = new Date('2026-11-21T15:00:00Z');
const hear = (text: string, more: Partial<FlowInput> = {}): FlowInput => ({ text, now, ...more });
const answer = (flow: Flow, state: SessionState | undefined, ...texts: string[]) =>
  texts.reduce((turn, text) => advance(flow, turn.state, hear(text)), advance(flow, state, hear('oi')));

describe('conditions and variables', () => {
  const flow = flowOf(`
  begin: { set: { count: "= default(vars.count, 0) + 1", greeting: "Oi, {{contact.name}}" }, next: decide }
  decide:
    when:
      - { if: "vars.count >= 3", goto: often }
      - { if: "not hours.open", goto: closed }
    else: first
  often: { reply: "{{vars.greeting}}, já são {{vars.count}}" }
  closed: { reply: fechado }
  first: { reply: "{{vars.greeting}}" }`);

  test('a flow counts, keeps and chooses by what it kept', () => {
    const one = advance(flow, undefined, hear('oi', { contactName: 'Bia' }));
    const two = advance(flow, one.state, hear('oi', { contactName: 'Bia' }));
    const three = advance(flow, two.state, hear('oi', { contactName: 'Bia' }));
    expect([one, two, three].map((turn) => said(turn.effects))).toEqual([
      ['Oi, Bia'],
      ['Oi, Bia'],
      ['Oi, Bia, já são 3'],
    ]);
  });

  test('what the customer is called is never read as a template', () => {
    const turn = advance(flow, undefined, hear('oi', { contactName: '{{vars.count}} ${1} = 1' }));
    expect(said(turn.effects)).toEqual(['Oi, {{vars.count}} ${1} = 1']);
  });

  test('hours are what the caller says they are; without a word it is open', () => {
    expect(said(advance(flow, undefined, hear('oi', { hours: { open: false } })).effects)).toEqual(['fechado']);
  });

  test('an option stands in the menu only while it holds, and keeps its own name', () => {
    const menu = flowOf(`
  begin:
    menu:
      text: m
      options:
        - { label: A, if: "hours.open", goto: a }
        - { label: B, goto: b }
  a: { reply: a }
  b: { reply: b }`);
    const closed = advance(menu, undefined, hear('oi', { hours: { open: false } }));
    expect(closed.effects).toMatchObject([{ do: 'offer', menu: { options: [{ id: 'option-2', label: 'B' }] } }]);
    const at = closed.state;
    expect(said(advance(menu, at, hear('1', { hours: { open: false } })).effects)).toEqual(['b']);
    expect(said(advance(menu, at, hear('', { choice: 'option-2' })).effects)).toEqual(['b']);
  });
});

describe('a limit of tries', () => {
  const flow = flowOf(`
  begin: { ask: CPF?, save: cpf, check: cpf, tries: 2, otherwise: person, next: menu }
  menu: { menu: { text: m, options: [{ label: A, goto: begin }], tries: 3, otherwise: person } }
  person: { handoff: { text: chamo, department: vendas, reason: cpf, priority: high } }`);

  test('leads to another way after so many wrong answers in a row, also when they come in different words', () => {
    const turn = answer(flow, undefined, '111', 'sei lá');
    expect(said(turn.effects)).toEqual(['chamo', 'handoff']);
    expect(turn.effects[1]).toEqual({ do: 'handoff', department: 'vendas', reason: 'cpf', priority: 'high' });
    expect(turn.transitions[0]).toMatchObject({ from: 'begin', to: 'person', event: 'gave_up' });
  });

  test('a good answer begins the count anew', () => {
    const turn = answer(flow, undefined, '111', '529.982.247-25', 'x', 'y');
    expect(turn.state).toMatchObject({ step: 'menu', misses: 2, vars: { cpf: '529.982.247-25' } });
    expect(said(advance(flow, turn.state, hear('z')).effects)).toEqual(['chamo', 'handoff']);
  });

  test('a menu says in its own words, or in the language of the company, that it did not understand', () => {
    const at: SessionState = { step: 'menu', waiting: true, vars: {} };
    const [effect] = advance(flow, at, hear('?', { language: 'en' })).effects;
    expect(effect).toMatchObject({
      do: 'offer',
      menu: { text: 'I did not get that. Please choose one of the options.\n\nm' },
    });
  });
});

describe('the HTTP step', () => {
  const flow = flowOf(`
  begin: { ask: pedido?, save: n, next: call }
  call:
    http:
      method: POST
      url: "https://erp.example/pedidos/{{vars.n}}?de={{contact.name}}"
      headers: { X-Trace: "{{vars.n}}" }
      body: { pedido: "{{number(vars.n)}}", quem: "{{contact.name}}", fixo: 1 }
      timeout: 3
      save: { total: data.total }
    next: done
    failed: broken
  done: { reply: "são {{money(vars.total)}}" }
  broken: { reply: não deu }`);
  const ask = (text: string) => {
    const first = advance(flow, undefined, hear('oi'));
    return advance(flow, first.state, hear(text, { contactName: 'A "B"\r\nX: y' }));
  };

  test('is an errand: filled in, with nothing able to leave its place', () => {
    const turn = ask('../12?x=1 #"');
    expect(turn.state).toMatchObject({ step: 'call', waiting: false, pending: 'fetch' });
    const [effect] = turn.effects;
    expect(effect).toMatchObject({
      do: 'fetch',
      request: {
        step: 'call',
        method: 'POST',
        url: 'https://erp.example/pedidos/..%2F12%3Fx%3D1%20%23%22?de=A%20%22B%22%0D%0AX%3A%20y',
        headers: { 'content-type': 'application/json', 'x-trace': '../12?x=1 #"' },
        timeoutMs: 3000,
        save: { total: 'data.total' },
      },
    });
    const body = effect?.do === 'fetch' ? effect.request.body : undefined;
    expect(JSON.parse(body ?? '')).toEqual({ pedido: null, quem: 'A "B"\r\nX: y', fixo: 1 });
    expect(JSON.parse(JSON.stringify(turn.state))).toEqual(turn.state);
  });

  test('goes on with what came, or takes the other branch', () => {
    const { state } = ask('12');
    const good = resume(
      flow,
      state,
      { of: 'fetch', result: { ok: true, status: 200, values: { total: '12.5' } } },
      hear(''),
    );
    expect(said(good.effects)).toEqual(['são R$ 12,50']);
    const bad = resume(flow, state, { of: 'fetch', result: { ok: false, why: 'timeout' } }, hear(''));
    expect(said(bad.effects)).toEqual(['não deu']);
    expect(bad.transitions[0]).toMatchObject({ from: 'call', to: 'broken', event: 'failed' });
  });

  test('is never asked twice because the customer goes on writing', () => {
    const { state } = ask('12');
    const turn = advance(flow, state, hear('e aí?'));
    expect(turn.effects).toEqual([{ do: 'await' }]);
    expect(turn.state).toEqual(state);
  });

  test('an answer that comes for a talk that stands elsewhere changes nothing', () => {
    const { state } = ask('12');
    const late = { of: 'fetch', result: { ok: true, status: 200, values: {} } } as const;
    const done = resume(flow, state, late, hear(''));
    expect(resume(flow, done.state, late, hear(''))).toEqual({ state: done.state, effects: [], transitions: [] });
    expect(resume(flow, state, { of: 'time' }, hear('')).effects).toEqual([]);
  });
});

describe('waiting', () => {
  const flow = flowOf(`
  begin: { wait: { minutes: 30 }, next: back, message: early }
  back: { reply: voltei }
  early: { reply: já aqui }`);

  test('asks to be woken, and goes on then or when the customer writes', () => {
    const turn = advance(flow, undefined, hear('oi'));
    expect(turn.effects).toEqual([{ do: 'wait', until: '2026-11-21T15:30:00.000Z' }]);
    expect(said(resume(flow, turn.state, { of: 'time' }, hear('')).effects)).toEqual(['voltei']);
    expect(said(advance(flow, turn.state, hear('?')).effects)).toEqual(['já aqui']);
  });

  test('until opening does not wait when it is open, nor when nobody knows when it opens', () => {
    const opening = flowOf(`
  begin: { wait: { until: opening }, next: back }
  back: { reply: voltei }`);
    const opensAt = new Date('2026-11-23T11:00:00Z');
    expect(said(advance(opening, undefined, hear('oi', { hours: { open: true, opensAt } })).effects)).toEqual([
      'voltei',
    ]);
    expect(said(advance(opening, undefined, hear('oi', { hours: { open: false } })).effects)).toEqual(['voltei']);
    expect(advance(opening, undefined, hear('oi', { hours: { open: false, opensAt } })).effects).toEqual([
      { do: 'wait', until: opensAt.toISOString() },
    ]);
  });
});

describe('sections', () => {
  const flow = parseFlow(`
version: 1
start: begin
steps:
  begin: { call: ask-name, next: hello }
  hello: { reply: "Oi, {{vars.name}}", next: again }
  again: { call: nest }
sections:
  ask-name:
    start: question
    steps:
      question: { ask: "Nome?", save: name, next: enough }
      enough: { if: "length(vars.name) > 1", then: out, else: question }
      out: { return: true }
  nest:
    start: a
    steps:
      a: { call: ask-name, next: b }
      b: { reply: "fim" }
`);

  test('a section asks, comes back to who called it, and calls others', () => {
    const turn = answer(flow, undefined, 'x', 'Bia');
    expect(said(turn.effects)).toEqual(['Oi, Bia', 'Nome?']);
    expect(turn.state.step).toBe('ask-name/question');
    const end = advance(flow, turn.state, hear('Caio'));
    expect(said(end.effects)).toEqual(['fim']);
    expect(end.state).toEqual({ step: 'nest/b', waiting: false, vars: { name: 'Caio' } });
  });

  test('sections that call one another for ever are stopped', () => {
    const round: Flow = { version: 1, start: 'a', steps: { a: { call: 'b' }, b: { call: 'a' } } };
    const turn = advance(round, undefined, hear('oi'));
    expect(turn.transitions.length).toBeLessThan(MAX_STEPS_PER_MESSAGE + 2);
    expect(turn.state.waiting).toBe(false);
  });
});

describe('the assistant', () => {
  const flow = flowOf(`
  begin: { answer: { unsure: person }, next: more }
  more: { reply: mais alguma coisa? }
  person: { handoff: {} }`);

  test('is asked what the customer wrote last, and again when they go on writing', () => {
    const turn = advance(flow, undefined, hear('abre domingo?'));
    expect(turn.effects).toEqual([{ do: 'answer', question: 'abre domingo?' }]);
    expect(advance(flow, turn.state, hear('de manhã')).effects).toEqual([{ do: 'answer', question: 'de manhã' }]);
    expect(said(resume(flow, turn.state, { of: 'answer', answered: true }, hear('')).effects)).toEqual([
      'mais alguma coisa?',
    ]);
    expect(said(resume(flow, turn.state, { of: 'answer', answered: false }, hear('')).effects)).toEqual(['handoff']);
  });
});

describe('from outside', () => {
  const flow = flowOf(
    `
  begin: { menu: { text: m, options: [{ label: Sim, goto: yes }] } }
  yes: { ask: "quando?", save: day, check: date, next: end }
  end: { reply: "{{date(vars.day)}}" }
  person: { handoff: {} }`,
    'always: [{ words: [atendente, falar com alguém], goto: person }]\n',
  );

  test('an intent leads anywhere, and what was collected stays', () => {
    const at: SessionState = { step: 'yes', waiting: true, vars: { day: 'x' }, stack: ['end'] };
    const turn = enter(flow, at, 'begin', hear('menu'));
    expect(turn.state).toEqual({ step: 'begin', waiting: true, vars: { day: 'x' } });
    expect(enter(flow, undefined, 'gone', hear('')).state.step).toBe('begin');
  });

  test('it is known beforehand whether the step understands', () => {
    const menu: SessionState = { step: 'begin', waiting: true, vars: {} };
    expect(understands(flow, menu, hear('sim'))).toBe(true);
    expect(understands(flow, menu, hear('Falar com alguem!'))).toBe(true);
    expect(understands(flow, menu, hear('quanto custa?'))).toBe(false);
    expect(understands(flow, undefined, hear('sim'))).toBe(false);
    expect(understands(flow, { step: 'yes', waiting: true, vars: {} }, hear('amanhã'))).toBe(true);
  });

  test('words that always hold lead out of a question too', () => {
    const turn = advance(flow, { step: 'yes', waiting: true, vars: {} }, hear('Atendente'));
    expect(said(turn.effects)).toEqual(['handoff']);
  });
});

test('any talk with any steps ends every turn in a step of the flow, in few steps, with a state that is plain JSON', () => {
  const flow = parseFlow(`
version: 1
start: a
vars: { n: 0 }
always: [{ words: [menu], goto: a }]
steps:
  a: { menu: { text: "{{vars.n}}", options: [{ label: B, goto: b }, { label: C, goto: c }, { label: D, goto: d }], tries: 2, otherwise: e } }
  b: { set: { n: "= vars.n + 1" }, next: loop }
  loop: { if: "vars.n / 2 == 3", then: a, else: b2 }
  b2: { if: "vars.n > 40", then: a, else: b }
  c: { call: sec, next: a }
  d: { wait: { minutes: 5 }, next: c }
  e: { http: { url: "https://x.example/{{message.text}}", save: { n: n } }, next: a, failed: f }
  f: { answer: { unsure: g }, next: a }
  g: { handoff: {} }
sections:
  sec:
    start: q
    steps:
      q: { ask: "?", save: n, check: number, tries: 2, otherwise: out, next: out }
      out: { call: deeper }
      deeper: { if: "vars.n > 5", then: a, else: q }
`);
  const event = fc.oneof(
    fc.string().map((text) => ({ text })),
    fc.constantFrom('1', '2', '3', 'menu', '7', 'x', '{{vars.n}}').map((text) => ({ text })),
    fc.constantFrom('time' as const, 'answered' as const, 'unsure' as const, 'fetched' as const, 'failed' as const),
  );
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 50 }), (events) => {
      let state: SessionState | undefined;
      for (const one of events) {
        const turn = typeof one === 'object' ? advance(flow, state, hear(one.text)) : happen(flow, state, one);
        if (turn === undefined) continue;
        state = turn.state;
        expect(Object.keys(flow.steps)).toContain(state.step);
        expect(turn.transitions.length).toBeLessThan(60);
        expect(state.stack?.length ?? 0).toBeLessThanOrEqual(8);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(typeof one !== 'object' || turn.effects.length > 0).toBe(true);
      }
    }),
  );
});

function happen(
  flow: Flow,
  state: SessionState | undefined,
  what: 'time' | 'answered' | 'unsure' | 'fetched' | 'failed',
) {
  if (state === undefined) return undefined;
  if (what === 'time') return resume(flow, state, { of: 'time' }, hear(''));
  if (what === 'answered' || what === 'unsure')
    return resume(flow, state, { of: 'answer', answered: what === 'answered' }, hear(''));
  const result =
    what === 'fetched'
      ? ({ ok: true, status: 200, values: { n: '9' } } as const)
      : ({ ok: false, why: 'unreachable' } as const);
  return resume(flow, state, { of: 'fetch', result }, hear(''));
}
