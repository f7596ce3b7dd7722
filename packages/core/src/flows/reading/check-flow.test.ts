import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import { en } from './sentences/en.ts';
import { es } from './sentences/es.ts';
import { pt } from './sentences/pt.ts';
import { sentenceOf } from './sentences/sentence-of.ts';

/** `kind line "the very text"` of everything that is told. */
const told = (source: string) =>
  checkFlow(source).problems.map(({ kind, place }) => {
    const text = source.split('\n')[place.line - 1] ?? '';
    return `${kind} ${place.line} ${text.slice(place.column - 1, place.endLine === place.line ? place.endColumn - 1 : undefined)}`;
  });

const lines = (...text: string[]) => text.join('\n');
const flow = (...steps: string[]) => lines('version: 1', 'start: a', 'steps:', ...steps);

describe('mistakes are told all at once, each where it stands', () => {
  test.each([
    ['a step of no kind', flow('  a: { repli: x }'), ['step_without_kind 4 a']],
    ['a field too many', flow('  a: { reply: x, nxt: a }'), ['unknown_field 4 nxt']],
    ['a field too few', flow('  a: { ask: x, next: a }'), ['missing_field 4 a']],
    ['nowhere', flow('  a: { reply: x, next: "b" }'), ['no_such_step 4 "b"']],
    [
      'a bad condition, at the very letters',
      flow('  a: { if: "vars.x >> 3", then: b, else: b }', '  b: { reply: x }'),
      ['bad_expression 4 >'],
    ],
    [
      'an unknown name in it',
      flow('  a: { if: vrs.x, then: b, else: b }', '  b: { reply: x }'),
      ['unknown_name 4 vrs.x'],
    ],
    [
      'tries without a way',
      flow('  a: { ask: x, save: y, tries: 2, next: b }', '  b: { handoff: {} }'),
      ['tries_without_way 4 2'],
    ],
    [
      'http',
      flow('  a: { http: { url: "http://x.y" }, next: b, failed: b }', '  b: { handoff: {} }'),
      ['not_https 4 "http://x.y"'],
    ],
    [
      'an open host',
      flow('  a: { http: { url: "https://{{vars.h}}/x" }, next: b, failed: b }', '  b: { handoff: {} }'),
      ['open_host 4 "https://{{vars.h}}/x"'],
    ],
    [
      'two addresses',
      flow('  a: { http: { url: "https://x.y", address: z }, next: b, failed: b }', '  b: { handoff: {} }'),
      ['one_address 4 http'],
    ],
    ['the same name twice', flow('  a: { reply: x }', '  a: { reply: y }'), ['yaml_duplicate 5 a']],
    ['tabs', 'version: 1\nsteps:\n\ta: x', ['yaml_tab 3 \t']],
    [
      'a section that begins nowhere',
      lines(flow('  a: { call: s }'), 'sections:', '  s: { start: q, steps: { p: { reply: x } } }'),
      ['no_such_start 6 q'],
    ],
    [
      'an intent that leads nowhere',
      lines('version: 1', 'start: a', 'assistant: { intents: { human: { goto: b } } }', 'steps:', '  a: { reply: x }'),
      ['no_such_step 3 b'],
    ],
  ])('%s', (_, source, expected) => {
    expect(told(source).filter((one) => !one.startsWith('unreachable'))).toEqual(expected);
  });

  test('a broken step does not hide what is wrong with the others', () => {
    expect(
      told(flow('  a: { reply: x, next: b }', '  b: { repli: y }', '  c: { goto: nowhere }', '  d: { goto: d }')),
    ).toEqual(['step_without_kind 5 b', 'no_such_step 6 nowhere', 'never_waits 7 d']);
  });

  test('a round is one only when no way leads out of it', () => {
    const round = (last: string) =>
      told(flow('  a: { if: vars.x, then: b, else: c }', '  b: { goto: a }', `  c: ${last}`));
    expect(round('{ goto: a }').filter((one) => one.startsWith('never'))).toHaveLength(3);
    expect(round('{ reply: x }').filter((one) => one.startsWith('never'))).toEqual([]);
    expect(round('{ reply: x }').filter((one) => one.startsWith('may_go_round'))).toHaveLength(2);
  });
});

describe('warnings stop nothing', () => {
  const menu = (options: string, rest = '') =>
    flow(`  a: { menu: { text: m, options: [${options}]${rest} } }`, '  p: { handoff: {} }');
  const option = (label: string) => `{ label: "${label}", goto: p }`;
  test.each([
    ['nothing to say', menu(option('Pessoa')), []],
    ['an unreachable step', flow('  a: { handoff: {} }', '  b: { reply: x }'), ['unreachable 5 b']],
    ['a long row', menu(option('x'.repeat(25))), ['long_row 4 "xxxxxxxxxxxxxxxxxxxxxxxxx"']],
    ['a long button', menu(option('x'.repeat(21)), ', as: buttons'), ['long_button 4 "xxxxxxxxxxxxxxxxxxxxx"']],
    ['four buttons', menu(['a', 'b', 'c', 'd'].map(option).join(', '), ', as: buttons'), ['many_buttons 4 options']],
    ['eleven rows', menu('abcdefghijk'.split('').map(option).join(', ')), ['many_rows 4 options']],
    ['two of the same name', menu(`${option('Sim')}, ${option('sim!')}`), ['same_label 4 "sim!"']],
    ['nobody to talk to', flow('  a: { ask: x, save: y, next: a }'), ['no_person 3 steps']],
    [
      'no way back',
      flow(
        '  a: { menu: { text: m, options: [{ label: A, goto: b }, { label: P, goto: p }] } }',
        '  b: { menu: { text: n, options: [{ label: C, goto: c }] } }',
        '  c: { reply: x }',
        '  p: { handoff: {} }',
      ),
      ['no_way_back 5 b'],
    ],
    ['a template that cannot be read', flow('  a: { reply: "oi {{isso aqui}}" }'), ['unread_template 4 {{isso aqui}}']],
    ['a variable that nothing fills', flow('  a: { reply: "oi {{vars.nome}}" }'), ['unset_variable 4 vars.nome']],
    [
      'a key in the file',
      flow(
        '  a: { http: { url: "https://x.y", headers: { Authorization: abc } }, next: b, failed: b }',
        '  b: { handoff: {} }',
      ),
      ['key_in_file 4 abc'],
    ],
  ])('%s', (_, source, expected) => {
    const { flow: read, problems } = checkFlow(source);
    expect(told(source)).toEqual(expected);
    expect(read).toBeDefined();
    expect(problems.every((problem) => problem.severity === 'warning')).toBe(true);
  });
});

test('every sentence exists in the three languages with the same holes', () => {
  const holes = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort((a, b) => a.localeCompare(b));
  for (const kind of Object.keys(pt) as (keyof typeof pt)[])
    expect([kind, holes(en[kind]), holes(es[kind])]).toEqual([kind, holes(pt[kind]), holes(pt[kind])]);
});

test('a sentence says what was probably meant', () => {
  const [problem] = checkFlow(flow('  a: { reply: x, next: pesoa }', '  pessoa: { handoff: {} }')).problems;
  expect(problem && sentenceOf(problem, 'pt-BR')).toBe('Leva a “pesoa”, e não há passo com esse nome. Seria “pessoa”?');
});

test('sections lie among the steps, and names lead to the own section first', () => {
  const { flow: read } = checkFlow(
    lines(
      flow('  a: { call: s, next: q }', '  q: { reply: main }'),
      'sections:',
      '  s: { start: q, steps: { q: { reply: own, next: r }, r: { goto: a2 }, a2: { return: true } } }',
    ),
  );
  expect(read?.steps).toMatchObject({ a: { call: 's/q', next: 'q' }, 's/q': { next: 's/r' }, 's/r': { goto: 's/a2' } });
});

test('no file breaks the reader, and every place lies within the file', () => {
  const good = flow(
    '  a: { menu: { text: m, options: [{ label: A, goto: b }] } }',
    '  b: { ask: "{{vars.x}}", save: x, check: cpf, next: c }',
    '  c: { when: [{ if: "vars.x > 1", goto: a }], else: d }',
    '  d: { handoff: {} }',
  );
  const mangled = fc
    .tuple(fc.nat(good.length), fc.nat(8), fc.string({ maxLength: 8 }))
    .map(([at, cut, put]) => good.slice(0, at) + put + good.slice(at + cut));
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 300 }), mangled), (source) => {
      const { problems, flow: read } = checkFlow(source);
      const count = source.split(/\r\n|\n|\r/).length;
      for (const { place } of problems) {
        expect(place.line).toBeGreaterThan(0);
        expect(place.line).toBeLessThanOrEqual(count + 1);
        expect(place.column).toBeGreaterThan(0);
      }
      expect(read === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
    }),
    { numRuns: 400 },
  );
});
