import { expect, test } from 'vitest';
import type { TicketEvent } from '../feed/put-ticket-event.ts';
import { pt } from '../texts/texts.pt.ts';
import type { SayConversation } from '../texts/texts.ts';
import { eventWords } from './event-words.ts';

// The Portuguese words with their holes filled, as i18next does.
const t = ((key: keyof typeof pt, values: Readonly<Record<string, string>> = {}) =>
  pt[key].replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => values[hole] ?? '?')) as unknown as SayConversation; // only the shape differs
const telling = { t, language: 'pt-BR', me: 'm1', protocol: '202611210001' } as const;

const event = (kind: TicketEvent['kind'], change: Partial<TicketEvent> = {}) =>
  ({
    kind,
    by: { kind: 'person', id: 'm2', name: 'Bia' },
    to: null,
    reason: null,
    priority: null,
    subject: null,
    tags: null,
    until: null,
    ...change,
  }) as TicketEvent;
const place = { department: null, queue: null, team: null, assignee: null };

test.each([
  [event('opened'), 'Atendimento 202611210001 aberto'],
  [event('claimed'), 'Bia assumiu'],
  [event('claimed', { by: { kind: 'person', id: 'm1', name: 'Marina' } }), 'Você assumiu'],
  [
    event('transferred', {
      to: { ...place, department: { id: 'd', name: 'Vendas' }, queue: { id: 'q', name: 'Balcão' } },
    }),
    'Bia transferiu para Balcão',
  ],
  [event('transferred', { to: { ...place, assignee: { id: 'm1', name: 'Marina' } } }), 'Bia transferiu para você'],
  [event('priority_set', { priority: 'urgent' }), 'Bia mudou a prioridade para urgente'],
  [event('tags_set', { tags: [] }), 'Bia tirou as etiquetas'],
  [event('handed_off', { by: { kind: 'bot', id: null, name: null } }), 'O robô chamou uma pessoa'],
  [event('resolved', { by: { kind: 'api_key', id: 'k', name: null } }), 'Uma integração resolveu'],
])('what happened reads as people say it', (happened, words) => {
  expect(eventWords(happened, telling)).toBe(words);
});
