import { expect, test } from 'vitest';
import { showField } from './show-field.ts';

test('papers and postal codes are shown as people write them, also a CNPJ with letters', () => {
  expect(showField('cpf', '52998224725')).toBe('529.982.247-25');
  expect(showField('cnpj', '12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
  expect(showField('cep', '01310100')).toBe('01310-100');
});

test('what is still being typed stays as it is', () => {
  expect(showField('cpf', '529.9')).toBe('529.9');
  expect(showField('text', '52998224725')).toBe('52998224725');
});
