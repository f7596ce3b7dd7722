import { expect, test } from 'vitest';
import { draftOf, type Model, toSave, toTest } from './model-draft.ts';

const known = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'Gemini',
  vendor: 'google',
  purpose: 'answer',
  model: 'gemini-2.5-flash',
  baseUrl: null,
  hasKey: true,
  enabled: true,
  perMinute: null,
  perDay: null,
  tokensPerMinute: null,
  concurrency: 4,
  timeoutMs: 8000,
} as Model;

test('a kept key is not sent again, and a model without a name is called by its own', () => {
  const saved = toSave({ ...draftOf(known), name: ' ' });
  expect(saved).not.toHaveProperty('apiKey');
  expect(saved.name).toBe('gemini-2.5-flash');
});

test('what is kept is tested with its kept key; whatever was changed, with what was typed', () => {
  expect(toTest(draftOf(known), known)).toEqual({ id: known.id });
  expect(toTest({ ...draftOf(known), baseUrl: 'https://elsewhere.test' }, known)).toMatchObject({
    baseUrl: 'https://elsewhere.test',
    apiKey: null,
  });
  expect(toTest({ ...draftOf(known), apiKey: 'new' }, known)).toMatchObject({ apiKey: 'new' });
});
