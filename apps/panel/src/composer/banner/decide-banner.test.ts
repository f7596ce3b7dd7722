import { expect, test } from 'vitest';
import type { ComposerConversation } from '../outgoing/conversation.ts';
import { decideBanner } from './decide-banner.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const mine: ComposerConversation = {
  conversationId: 'c',
  ticketId: 't',
  contactId: 'p',
  channelId: 'ch',
  status: 'open',
  floor: 'person',
  windowUntil: '2026-11-21T20:00:00Z',
  protocol: '20261121-1',
  contact: { name: 'Ana', phone: null },
  assigneeId: 'me',
  me: 'me',
};

test('in a talk of my own, with the window open, nothing stands in the way', () => {
  expect(decideBanner(mine, now)).toEqual({ may: 'free', banner: null });
});

test.each([
  ['the bot has the floor', { floor: 'bot', assigneeId: null, status: 'triage' }, 'none', 'bot', 'claim'],
  ['it is resolved', { status: 'resolved' }, 'none', 'resolved', 'reopen'],
  ['the contact is blocked, whatever else', { contactBlocked: true, status: 'resolved' }, 'none', 'blocked', null],
  ['24 hours have passed', { windowUntil: '2026-11-21T12:00:00Z' }, 'template', 'windowClosed', 'template'],
  ['the customer never wrote', { windowUntil: null }, 'template', 'windowNever', 'template'],
  ['the number is stopped', { channelState: 'stopped' }, 'free', 'channelStopped', null],
  ['the company answers on its telephone', { floor: 'phone_app' }, 'free', 'phoneApp', null],
  ['somebody else has it', { assigneeId: 'other' }, 'free', 'somebodyElse', null],
  ['nobody has it', { assigneeId: null, status: 'queued' }, 'free', 'nobody', 'claim'],
] as const)('when %s, that is said and only what is right may be written', (_, change, may, why, act) => {
  expect(decideBanner({ ...mine, ...change }, now)).toEqual({ may, banner: { why, act } });
});
