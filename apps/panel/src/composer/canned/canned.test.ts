import { expect, test } from 'vitest';
import { findToken, replaceToken } from './find-token.ts';
import { type Canned, rankCanned } from './rank-canned.ts';
import { fillVariables, variableValues } from './variables.ts';

const known = {
  contactName: 'Ana Lúcia Prado',
  phone: null,
  attendant: 'João Reis',
  company: 'Loja',
  protocol: '20261121-7',
  hour: 9,
  greetings: { morning: 'Bom dia', afternoon: 'Boa tarde', night: 'Boa noite' },
};

test('what is known takes the place of its name; what is no variable stays', () => {
  const values = variableValues(known);
  expect(fillVariables('{{saudacao}}, {{ contato.primeiro_nome }}! {{atendimento.protocolo}} {{outra}}', values)).toBe(
    'Bom dia, Ana! 20261121-7 {{outra}}',
  );
  expect(variableValues({ ...known, hour: 3 }).saudacao).toBe('Boa noite');
});

test.each([
  ['/bom', 4, 'bom'],
  ['oi /bom', 7, 'bom'],
  ['oi\n/', 4, ''],
  ['e/ou', 4, undefined],
  ['/bom dia', 8, undefined],
  ['https://x', 9, undefined],
])('in %j with the cursor at %i the shortcut is %j', (text, cursor, word) => {
  expect(findToken(text, cursor, '/')?.word).toBe(word);
});

test('a chosen shortcut is replaced where it stands, with the cursor after it', () => {
  const text = 'oi /bo fim';
  const token = findToken(text, 6, '/');
  expect(token && replaceToken(text, token, 'Bom dia!')).toEqual({ text: 'oi Bom dia! fim', cursor: 11 });
});

test('shortcuts come before titles, titles before words inside, and accents do not count', () => {
  const canned = (shortcut: string, title: string | null, body: string): Canned => ({
    id: shortcut,
    shortcut,
    title,
    body,
    media: [],
    departmentIds: [],
    ownerId: null,
    updatedAt: '',
  });
  const all = [
    canned('z', null, 'o preço é'),
    canned('a', 'Preços', ''),
    canned('preco', null, ''),
    canned('x', null, ''),
  ];
  expect(rankCanned(all, 'PREÇ').map((one) => one.shortcut)).toEqual(['preco', 'a', 'z']);
});
