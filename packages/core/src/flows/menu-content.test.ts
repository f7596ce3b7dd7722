import { expect, test } from 'vitest';
import { menuContent } from './menu-content.ts';
import type { OfferedMenu } from './talk/session.ts';

const menu = (labels: readonly string[], rest: Partial<OfferedMenu> = {}): OfferedMenu => ({
  text: 'm',
  options: labels.map((label) => ({ label, goto: 'x' })),
  ...rest,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => `Opção ${n + 1}`);

test.each([
  [menu(many(3)), 'buttons'],
  [menu(many(4)), 'list'],
  [menu(many(2), { as: 'list' }), 'list'],
  [menu(['x'.repeat(21)]), 'list'],
  [menu(['x'.repeat(21)], { as: 'buttons' }), 'buttons'],
  [menu(many(4), { as: 'buttons' }), 'list'],
  [menu(many(11)), 'text'],
  [menu(many(11), { as: 'list' }), 'text'],
  [menu(many(2), { as: 'numbers' }), 'text'],
  [menu(['A'], { options: [{ label: 'A', description: 'a', goto: 'x' }] }), 'list'],
])('a menu takes the form that it asks for and fits into (%#)', (given, kind) => {
  expect(menuContent(given).kind).toBe(kind);
});

test('nothing is longer than what is shown: buttons 20, rows 24, and the whole label in the description', () => {
  const long = 'Quero a segunda via do meu boleto';
  expect(menuContent(menu([long], { as: 'buttons' }))).toMatchObject({
    buttons: [{ id: 'option-1', title: 'Quero a segunda via…' }],
  });
  expect(menuContent(menu([long]), 'es')).toMatchObject({
    button: 'Ver opciones',
    sections: [{ rows: [{ title: 'Quero a segunda via do …', description: long }] }],
  });
  expect(menuContent(menu(['Sim', 'Não'], { as: 'numbers' }))).toEqual({
    kind: 'text',
    text: 'm\n\n*1.* Sim\n*2.* Não\n\nResponda com o número da opção.',
  });
});
