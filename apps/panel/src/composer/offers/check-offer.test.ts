import { outboundContent } from '@balcao/contract';
import { expect, test } from 'vitest';
import { type OfferForm, offerContent } from './check-offer.ts';

const row = (title: string, description = '') => ({ key: title, title, description });
const form: OfferForm = {
  of: 'buttons',
  header: '',
  text: ' Qual? ',
  footer: '',
  buttons: [row('Sim'), row(' ')],
  button: 'Ver',
  rows: [row('P', 'pequeno'), row('M')],
  url: 'loja.com.br/x',
};

test.each(['buttons', 'list', 'link'] as const)('%s that are right are what the contract takes', (of) => {
  const made = offerContent({ ...form, of, header: 'Título', footer: 'fim' });
  expect('content' in made && outboundContent.parse(made.content)).toMatchObject({ text: 'Qual?', footer: 'fim' });
});

test('a link without its scheme gets the safe one', () => {
  expect(offerContent({ ...form, of: 'link' })).toMatchObject({ content: { url: 'https://loja.com.br/x' } });
});

test.each([
  [{ text: ' ' }, 'text'],
  [{ buttons: [row(' ')] }, 'buttons'],
  [{ buttons: [row('Sim'), row('sim ')] }, 'twice'],
  [{ of: 'list', rows: [] }, 'rows'],
  [{ of: 'list', button: '' }, 'button'],
  [{ of: 'link', url: 'javascript:alert(1)' }, 'url'],
  [{ of: 'link', url: '' }, 'url'],
] as const)('%j is told before it is sent', (change, problem) => {
  expect(offerContent({ ...form, ...change })).toEqual({ problem });
});
