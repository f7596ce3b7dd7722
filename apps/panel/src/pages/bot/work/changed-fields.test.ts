import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

const saved = { persona: { name: 'Bia', emoji: false }, idle: { nudgeMinutes: 15 } };

test('only what differs is sent, and nothing of another subject', () => {
  const now = { persona: { name: 'Bia', emoji: true }, idle: { nudgeMinutes: 20 } };
  expect(changedFields(saved, now, ['persona'])).toEqual({ persona: { emoji: true } });
  expect(changedFields(saved, now, ['persona', 'idle'])).toEqual({
    persona: { emoji: true },
    idle: { nudgeMinutes: 20 },
  });
});

test('nothing changed is nothing to save', () => {
  expect(changedFields(saved, structuredClone(saved), ['persona', 'idle'])).toBeUndefined();
});
