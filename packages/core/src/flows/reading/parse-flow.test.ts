import { Fault } from '@balcao/kernel';
import { expect, test } from 'vitest';
import { parseFlow } from './parse-flow.ts';

function problemsOf(source: string): string {
  try {
    parseFlow(source);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return 'none';
}

test('the smallest flow is read, as JSON and as YAML', () => {
  const flow = { version: 1, start: 'echo', steps: { echo: { reply: '{{message.text}}' } } };
  expect(parseFlow(JSON.stringify(flow))).toEqual(flow);
  expect(parseFlow("version: 1\nstart: echo\nsteps:\n  echo: { reply: '{{message.text}}' }\n")).toEqual(flow);
});

test('every problem is told at once, each with its line', () => {
  const told = problemsOf(
    [
      'version: 1',
      'start: begin',
      'steps:',
      '  one:',
      '    reply: oi',
      '    next: nowhere',
      '  two:',
      '    goto: two',
    ].join('\n'),
  );
  expect(told).toContain('line 2, column 8: start: There is no step “begin”');
  expect(told).toMatch(/line 6, column 11: steps\.one\.next: Leads to “nowhere”/);
  expect(told).toMatch(/line 7, column 3: steps\.two: Goes round/);
});

test.each([
  ['two words in one step', 'version: 1\nstart: a\nsteps:\n  a: { reply: x, goto: a }', 'exactly one of'],
  ['no word at all', 'version: 1\nstart: a\nsteps:\n  a: { say: x }', 'exactly one of'],
  ['a step that is no mapping', 'version: 1\nstart: a\nsteps:\n  a: 7', 'a step is a mapping'],
  ['a misspelt field', 'version: 1\nstart: a\nsteps:\n  a: { reply: x, nxt: a }', 'nxt'],
  ['an unknown version', 'version: 2\nstart: a\nsteps:\n  a: { reply: x }', 'version'],
  ['broken YAML', 'version: [1', 'line 1'],
  ['not a mapping', '- 1\n- 2', 'expected'],
  ['nothing', '', 'expected'],
  ['an inherited name as target', 'version: 1\nstart: a\nsteps:\n  a: { reply: x, next: constructor }', 'no such step'],
])('refuses %s', (_, source, told) => {
  expect(problemsOf(source).toLowerCase()).toContain(told.toLowerCase());
});

test('a billion laughs are not laughed', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[n]}`).join(',')}]`)
    .join('\n')}`;
  expect(() => parseFlow(bomb)).toThrow();
});
