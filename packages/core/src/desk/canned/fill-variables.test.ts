import { cannedVariables } from '@balcao/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillVariables, unknownVariables, type VariableFacts } from './fill-variables.ts';

const facts: VariableFacts = {
  contactName: 'MARIA das Dores',
  contactPhone: '(11) 98765-4321',
  memberName: 'Ana Souza',
  workspaceName: 'Padaria Sol',
  protocol: '20261121-000042',
  timeZone: 'America/Sao_Paulo',
  language: 'pt-BR',
  now: new Date('2026-11-21T14:30:00Z'),
};
const fill = (text: string, more: Partial<VariableFacts> = {}) => fillVariables(text, { ...facts, ...more });

test('every variable of the contract has a value', () => {
  for (const name of cannedVariables) expect(fill(`{{${name}}}`), name).toMatchObject({ missing: [] });
  expect(unknownVariables(cannedVariables.map((name) => `{{${name}}}`).join(''))).toEqual([]);
});

test('a text reads as if it had been written for this customer', () => {
  const text = '{{saudacao}}, {{contato.primeiro_nome}}! Aqui é {{atendente.primeiro_nome}}, da {{ empresa.nome }}.';
  expect(fill(text).text).toBe('Bom dia, Maria! Aqui é Ana, da Padaria Sol.');
  expect(fill('Oi {{Contato.Nome}}, {{saudação}}').text).toBe('Oi MARIA das Dores, bom dia');
});

test('what is not known leaves no hole, and is told', () => {
  expect(fill('Oi {{contato.nome}}, tudo bem?', { contactName: '  ' })).toEqual({
    text: 'Oi, tudo bem?',
    missing: ['contato.nome'],
  });
  expect(fill('{{nada.disso}}')).toEqual({ text: '', missing: ['nada.disso'] });
  expect(unknownVariables('{{nada.disso}} {{saudacao}}')).toEqual(['nada.disso']);
});

test.each([
  ['2026-11-21T07:59:00Z', 'Boa noite'],
  ['2026-11-21T08:00:00Z', 'Bom dia'],
  ['2026-11-21T15:00:00Z', 'Boa tarde'],
  ['2026-11-21T21:00:00Z', 'Boa noite'],
])('at %s people in São Paulo say %s', (now, greeting) => {
  expect(fill('{{saudacao}}', { now: new Date(now) }).text).toBe(greeting);
});

test('a name is put in as it is, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      fc.pre(name.trim() !== '');
      expect(fill('[{{contato.nome}}]', { contactName: name }).text).toBe(`[${name.trim()}]`);
    }),
  );
});
