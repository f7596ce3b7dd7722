import { errorCodes, languages } from '@balcao/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault, toFault } from './errors.ts';
import { toProblem } from './to-problem.ts';

test('a fault becomes a problem with its sentence in the language asked for', () => {
  const fault = new Fault('not_found', 'No such channel.');
  expect(toProblem(fault, 'pt-BR')).toEqual({
    type: 'urn:balcao:error:not_found',
    title: 'Não encontramos o que você procura. Pode ter sido removido.',
    status: 404,
    code: 'not_found',
    detail: 'No such channel.',
  });
  expect(toProblem(fault, 'es').title).toMatch(/^No encontramos/);
});

test('what is worth trying again says when', () => {
  expect(toProblem(new Fault('unavailable', 'x'), 'en').retryAfter).toBe(2);
  expect(toProblem(new Fault('too_many_requests', 'x', { retryAfter: 12.2 }), 'en').retryAfter).toBe(13);
  expect(toProblem(new Fault('forbidden', 'x'), 'en')).not.toHaveProperty('retryAfter');
});

test('issues of an input are told, other data is not', () => {
  const fault = new Fault('invalid_input', 'Two fields.', {
    issues: [{ path: 'to', problem: 'required' }, null, 'x', { path: 1 }],
    secret: 's',
  });
  expect(toProblem(fault, 'en')).toMatchObject({ issues: [{ path: 'to', problem: 'required' }] });
  expect(JSON.stringify(toProblem(fault, 'en'))).not.toContain('secret');
});

test('an unknown error is internal, and nothing of it goes out', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 12 }), fc.constantFrom(...languages), (inside, language) => {
      const told = JSON.stringify(toProblem(new Error(`zq${inside}`), language));
      expect(told).toContain('"internal"');
      expect(told).not.toContain(JSON.stringify(`zq${inside}`).slice(1, -1));
    }),
  );
  for (const thrown of [undefined, null, 'text', 42, { code: 'not_found' }, Symbol('x')]) {
    expect(toFault(thrown).code).toBe('internal');
  }
});

test('a detail never carries personal data out', () => {
  const fault = new Fault('conflict', 'Contact +55 11 98765-4321 (ana@example.com) exists.');
  expect(JSON.stringify(toProblem(fault, 'en'))).not.toMatch(/98765|4321|ana@/);
});

test('each code keeps its status, and only failures of ours wake somebody', () => {
  expect(new Fault('too_large', 'x').status).toBe(413);
  const waking = Object.entries(errorCodes).filter(([, facts]) => facts.wakes);
  expect(waking.map(([code]) => code)).toEqual(['internal', 'unavailable']);
});
