import { expect, test } from 'vitest';
import type { JsonObject, Template } from '../../model.ts';
import { showTemplate } from './show-template.ts';

const template = (components: JsonObject[]): Template => ({
  id: '1',
  wabaId: '2',
  name: 'aviso',
  language: 'pt_BR',
  category: 'UTILITY',
  status: 'APPROVED',
  components,
});
const texts = (...values: string[]): JsonObject[] => values.map((text) => ({ type: 'text', text }));

test('parameters are put in by their place, and buttons keep their payload', () => {
  const shown = showTemplate(
    template([
      { type: 'BODY', text: 'Olá, {{1}}! O pedido {{2}} saiu, {{1}}.' },
      { type: 'FOOTER', text: 'Responda SAIR' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Ok' },
          { type: 'URL', text: 'Ver', url: 'https://x.invalid/{{1}}' },
        ],
      },
    ]),
    [
      { type: 'body', parameters: texts('Ana', '42') },
      { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'OK_42' }] },
      { type: 'button', sub_type: 'url', index: 1, parameters: texts('42') },
    ],
  );
  expect(shown).toEqual({
    body: 'Olá, Ana! O pedido 42 saiu, Ana.',
    footer: 'Responda SAIR',
    buttons: [
      { type: 'quick_reply', text: 'Ok', payload: 'OK_42' },
      { type: 'url', text: 'Ver', url: 'https://x.invalid/42' },
    ],
  });
});

test('named parameters go by their name, not by their order', () => {
  const shown = showTemplate(template([{ type: 'BODY', text: 'Oi {{nome}}, dia {{dia}}!' }]), [
    {
      type: 'body',
      parameters: [
        { type: 'text', parameter_name: 'dia', text: '12' },
        { type: 'text', parameter_name: 'nome', text: 'Zé' },
      ],
    },
  ]);
  expect(shown.body).toBe('Oi Zé, dia 12!');
});

test('a count that differs is error 132000, an empty value 131008, a missing picture 132012', () => {
  const body = template([{ type: 'BODY', text: 'Olá, {{1}}!' }]);
  expect(() => showTemplate(body, undefined)).toThrow(expect.objectContaining({ code: 132000 }));
  expect(() => showTemplate(body, [{ type: 'body', parameters: texts('a', 'b') }])).toThrow(
    expect.objectContaining({ code: 132000 }),
  );
  expect(() => showTemplate(body, [{ type: 'body', parameters: texts('') }])).toThrow(
    expect.objectContaining({ code: 131008 }),
  );
  const pictured = template([
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Oi' },
  ]);
  expect(() => showTemplate(pictured, [])).toThrow(expect.objectContaining({ code: 132012 }));
});
