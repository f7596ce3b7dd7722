import { expect, test } from 'vitest';
import { fillTemplate, firstValues, missingOf, type TemplateField } from './fill-template.ts';

const field = (key: string, example: string | null, label = key): TemplateField => ({
  key,
  kind: 'text',
  label,
  example,
});

test('what is filled in stands in the text, what is not shows where it will', () => {
  expect(fillTemplate('Oi {{1}}, seu pedido {{ 2 }}.', 'body', { 'body.1': 'Ana', 'body.2': ' ' })).toBe(
    'Oi Ana, seu pedido {{ 2 }}.',
  );
  expect(fillTemplate('{{nome}}', 'body', { 'body.nome': 'Ana', 'header.nome': 'X' })).toBe('Ana');
});

test("the customer's name is proposed where a name is asked for, and nowhere else", () => {
  expect(firstValues([field('body.1', 'Maria'), field('body.2', '123')])).toEqual({
    'body.1': '{{contato.primeiro_nome}}',
  });
  expect(firstValues([field('body.pedido', '12'), field('body.nome', null)])).toEqual({
    'body.nome': '{{contato.primeiro_nome}}',
  });
  expect(firstValues([field('body.1', '12/10')])).toEqual({});
});

test('a field of blanks is still missing', () => {
  const fields = [field('body.1', null), field('body.2', null)];
  expect(missingOf(fields, { 'body.1': ' ', 'body.2': 'x' }).map((one) => one.key)).toEqual(['body.1']);
});
