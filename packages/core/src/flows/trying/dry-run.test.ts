import { expect, test } from 'vitest';
import { parseFlow } from '../reading/parse-flow.ts';
import { diagram } from './diagram.ts';
import { dryRun } from './dry-run.ts';

const flow = parseFlow(`
version: 1
start: menu
steps:
  menu: { menu: { text: "Oi!", options: [{ label: Boleto, goto: cpf }, { label: Dúvida, goto: ask }, { label: Pessoa, goto: person }] } }
  cpf: { ask: "CPF?", save: cpf, check: cpf, next: call }
  call: { http: { url: "https://erp.example/{{digits(vars.cpf)}}", save: { link: "bills[0].link" } }, next: done, failed: rest }
  done: { reply: "Aqui: {{vars.link}}", next: menu }
  rest: { wait: { minutes: 60 }, next: call }
  ask: { answer: { unsure: person }, next: menu }
  person: { handoff: { department: Vendas } }
`);
const setting = { now: new Date('2026-11-21T12:00:00Z'), language: 'pt-BR' };
const talk = (run: ReturnType<typeof dryRun>) => run.lines.map((line) => `${line.by} ${line.kind} ${line.text}`);
const texts = (...words: string[]) => words.map((text) => ({ text }));

test('a talk is played with doubles for the world, and nothing else is needed', () => {
  const run = dryRun(flow, texts('oi', '1', '529.982.247-25'), setting, {
    http: { call: { status: 200, body: { bills: [{ link: 'https://b.example/1' }] } } },
  });
  expect(talk(run)).toEqual([
    'customer text oi',
    'bot menu Oi!',
    'customer text 1',
    'bot text CPF?',
    'customer text 529.982.247-25',
    'note fetch GET https://erp.example/52998224725',
    'bot text Aqui: https://b.example/1',
    'bot menu Oi!',
  ]);
  expect(run.state).toMatchObject({ step: 'menu', waiting: true, vars: { link: 'https://b.example/1' } });
  expect(run.transitions.map((one) => one.input)).toEqual([0, 1, 2, 2, 2]);
});

test('without a double a call fails; time passes when told to', () => {
  const run = dryRun(flow, [...texts('oi', '1', '529.982.247-25'), { wake: true }], setting, {
    http: { call: 'timeout' },
  });
  expect(talk(run).slice(5)).toEqual([
    'note fetch GET https://erp.example/52998224725',
    'note wait 2026-11-21T13:00:00.000Z',
    'note woken 2026-11-21T13:00:00.000Z',
    'note fetch GET https://erp.example/52998224725',
    'note wait 2026-11-21T14:00:00.000Z',
  ]);
  expect(dryRun(flow, [{ wake: true }], setting).lines).toEqual([]);
});

test("the assistant answers what it is given, else its other branch is taken, and after a handoff nothing more is the flow's", () => {
  const knows = dryRun(flow, texts('oi', 'duvida'), setting, { answers: { ask: 'Abrimos às 8h.' } });
  expect(talk(knows).slice(3)).toEqual(['note answer duvida', 'bot text Abrimos às 8h.', 'bot menu Oi!']);
  const not = dryRun(flow, texts('oi', 'duvida', 'alô?'), setting);
  expect(talk(not).slice(3)).toEqual(['note answer duvida', 'note handoff Vendas']);
  expect(not.handedOff).toBe(true);
});

test('the diagram has a box for each step and an arrow for each way', () => {
  const drawn = diagram(flow);
  expect(drawn.nodes.map((node) => [node.id, node.kind, node.reachable])).toContainEqual(['call', 'http', true]);
  expect(drawn.nodes[0]).toMatchObject({ id: 'menu', entrance: 'start', text: 'Oi!' });
  expect(drawn.edges).toContainEqual({ from: 'menu', to: 'cpf', way: 'option', label: 'Boleto' });
  expect(drawn.edges).toContainEqual({ from: 'call', to: 'rest', way: 'failed', label: '' });
});
