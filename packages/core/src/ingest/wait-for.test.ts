import { expect, test } from 'vitest';
import { waitFor } from './wait-for.ts';

const after = (text: string) => waitFor(2_000, { kind: 'text', text });

test('a whole sentence is answered soon, half of one and a voice message wait for what follows', () => {
  expect(after('Qual o horário de vocês?')).toBe(1_200);
  expect(after('então, é o seguinte...')).toBe(4_000);
  expect(after('quero saber se')).toBe(4_000);
  expect(waitFor(2_000, { kind: 'audio', text: undefined })).toBe(5_000);
  expect(waitFor(2_000, { kind: 'image', text: 'o comprovante' })).toBe(3_000);
});

test('a tap waits for nothing, a channel that joins nothing never waits, and nobody waits for ever', () => {
  expect(waitFor(2_000, { kind: 'button_reply', text: 'Sim' })).toBe(0);
  expect(waitFor(0, { kind: 'audio', text: undefined })).toBe(0);
  expect(waitFor(5_000, { kind: 'audio', text: undefined })).toBe(6_000);
  expect(waitFor(20_000, { kind: 'audio', text: undefined })).toBe(20_000);
});
