import { readBotSettings } from '@balcao/contract';
import { expect, test } from 'vitest';
import type { Bot } from '../../governance/index.ts';
import { policyOf } from './policy-of.ts';

const botWith = (settings: object): Bot => ({
  ...readBotSettings(settings),
  version: 1,
  updatedAt: null,
  prompt: { versionId: null, label: 'default-1', text: '' },
  models: [],
  prices: [],
  companyName: 'Padaria Aurora',
  language: 'pt-BR',
  timeZone: 'America/Sao_Paulo',
});

test('the promise to the customer counts the minutes that the company set, in its opening hours', () => {
  const fridayAt1740 = new Date('2026-11-27T20:40:00Z');
  const due = (settings: object) => policyOf(botWith(settings), fridayAt1740).hours.answerDueAt;
  const hours = { always: false };
  expect(due({})).toBe(Date.parse('2026-11-27T21:10:00Z'));
  expect(due({ hours, handoff: { answerMinutes: 15 } })).toBe(Date.parse('2026-11-27T20:55:00Z'));
  expect(due({ hours, handoff: { answerMinutes: 45 } })).toBe(Date.parse('2026-11-30T11:25:00Z')); // Monday, 8:25
});
