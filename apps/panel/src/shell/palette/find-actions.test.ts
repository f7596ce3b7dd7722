import { expect, test } from 'vitest';
import { findActions } from './find-actions.ts';

const action = (id: string, label: string, also = '') => ({ id, label, group: 'Ir para', also, run: () => undefined });
const list = [
  action('settings', 'Configurações', 'empresa canais'),
  action('inbox', 'Atendimentos'),
  action('theme', 'Claro ou escuro'),
];

test('an action is found by the beginnings of its words, accents and case ignored', () => {
  const found = (query: string) => findActions(list, query).map((one) => one.id);
  expect(found('configuracoes')).toEqual(['settings']);
  expect(found('ir aten')).toEqual(['inbox']);
  expect(found('CANAIS')).toEqual(['settings']);
  expect(found('guracoes')).toEqual([]);
  expect(found('  ')).toEqual(['settings', 'inbox', 'theme']);
});

test('registered twice, an action is shown once, as it was said last', () => {
  expect(findActions([...list, action('inbox', 'Caixa')], '').filter((one) => one.id === 'inbox')).toMatchObject([
    { label: 'Caixa' },
  ]);
});
