import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test, vi } from 'vitest';
import type { PendingState, ThreadMessage } from '../thread-message.ts';

const kept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
let draw: (message: ThreadMessage, pending?: PendingState) => string;

// The panel's rooms look for a browser when they are entered.
beforeAll(async () => {
  vi.stubGlobal('sessionStorage', kept);
  vi.stubGlobal('localStorage', kept);
  vi.stubGlobal('document', { documentElement: {} });
  const { startTexts } = await import('../../text/index.ts');
  const { MessageBubble } = await import('./message-bubble.tsx');
  const { queryClient } = await import('../../api/index.ts');
  await startTexts('pt-BR');
  vi.unstubAllGlobals();
  draw = (message, pending) =>
    renderToStaticMarkup(
      <MantineProvider>
        <QueryClientProvider client={queryClient}>
          <MessageBubble message={message} pending={pending} first last sender="João" onRetry={noop} onDiscard={noop} />
        </QueryClientProvider>
      </MantineProvider>,
    );
});
const noop = () => undefined;

const at = '2026-11-21T13:05:00.000Z';
const base: ThreadMessage = {
  id: 'm1',
  conversationId: 'c',
  clientId: null,
  seq: 1,
  direction: 'in',
  origin: 'customer',
  authorId: null,
  kind: 'text',
  text: null,
  media: null,
  location: null,
  contacts: null,
  interactive: null,
  template: null,
  content: null,
  quote: null,
  reactions: [],
  edits: [],
  status: 'received',
  problem: null,
  retryOf: null,
  retriedBy: null,
  providerId: 'w',
  at,
  createdAt: at,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  playedAt: null,
  failedAt: null,
  editedAt: null,
  revokedAt: null,
};
const ours: Partial<ThreadMessage> = { direction: 'out', origin: 'person', status: 'sent' };
const media = (
  kind: 'image' | 'video' | 'audio' | 'document' | 'sticker',
  state: 'pending' | 'stored' | 'failed' | 'expired',
) => ({
  kind,
  media: {
    id: 'f',
    kind,
    state,
    mime: null,
    bytes: 2_048,
    fileName: 'a.pdf',
    voice: true,
    url: state === 'stored' ? '/media/x' : null,
    urlExpiresAt: null,
    problem: null,
  },
});
const offer = {
  header: { kind: 'text' as const, text: 'Título', media: null },
  footer: 'Rodapé',
  listButton: null,
  sections: [],
};

test.each<[string, Partial<ThreadMessage>, string]>([
  ['words', { text: 'oi *você*' }, '<strong>você</strong>'],
  ['a photo that is here', media('image', 'stored'), 'src="/media/x"'],
  ['a photo on its way', media('image', 'pending'), 'Baixando do WhatsApp'],
  ['a video that WhatsApp no longer has', media('video', 'expired'), 'Peça ao cliente que envie de novo'],
  ['a voice note that did not come', media('audio', 'failed'), 'Verificar de novo'],
  ['a voice note', media('audio', 'stored'), 'Tocar'],
  ['a document', media('document', 'stored'), '2 kB'],
  ['a sticker', media('sticker', 'stored'), 'Figurinha'],
  [
    'a place',
    { kind: 'location', location: { latitude: -23.5, longitude: -46.6, name: null, address: null, url: null } },
    'query=-23.5,-46.6',
  ],
  [
    'a contact',
    {
      kind: 'contacts',
      contacts: [
        { name: 'Bia', company: null, phones: [{ phone: '+55 11 9', waId: null, type: null }], emails: [], urls: [] },
      ],
    },
    'tel:+55119',
  ],
  [
    'buttons',
    {
      ...ours,
      kind: 'buttons',
      text: 'Qual?',
      interactive: { ...offer, buttons: [{ id: '1', title: 'Sim', url: null }] },
    },
    'Sim',
  ],
  [
    'a link of a template',
    {
      ...ours,
      kind: 'template',
      text: 'Oi',
      template: { name: 'oi', language: 'pt_BR' },
      interactive: { ...offer, buttons: [{ id: null, title: 'Ver', url: 'javascript:alert(1)' }] },
    },
    'Modelo oi',
  ],
  ['a tapped button', { kind: 'button_reply', text: 'Sim' }, 'Escolheu'],
  ['a form', { kind: 'nfm_reply', content: { answers: { nome: 'Ana' } } }, 'Formulário respondido'],
  [
    'an order',
    { kind: 'order', content: { items: [{ productId: 'p', quantity: 2, unitPriceCents: 150, currency: 'BRL' }] } },
    'Total',
  ],
  ['a poll', { kind: 'unsupported', content: { type: 'poll' } }, 'Enquete'],
  ['something of tomorrow', { kind: 'hologram', content: { type: 'hologram' } }, 'não repassa'],
  ['a changed number', { kind: 'system', content: { event: 'user_changed_number' } }, 'mudou de número'],
  ['an edit', { text: 'novo', editedAt: at, edits: [{ at, text: 'velho' }] }, 'editada'],
  ['a deletion', { text: 'segredo', revokedAt: at }, 'O cliente apagou'],
  ['a reaction', { text: 'oi', reactions: [{ by: 'customer', emoji: '❤️', at }] }, 'O cliente reagiu com ❤️'],
  [
    'a quote',
    {
      text: 'sim',
      quote: {
        messageId: 'q',
        direction: 'out',
        origin: 'bot',
        authorId: null,
        kind: 'image',
        text: null,
        mediaId: null,
      },
    },
    'Foto',
  ],
  [
    'what did not go',
    { ...ours, text: 'x', status: 'failed', problem: { key: 'k', text: 'Fora da janela.', code: 1 } },
    'Fora da janela.',
  ],
])('%s is drawn in words that people know', (_, part, expected) => {
  const html = draw({ ...base, ...part });
  expect(html).toContain(expected);
  expect(html).not.toMatch(/undefined|\[object|NaN|javascript:/);
});

test('what the customer deleted is not shown until asked for', () => {
  expect(draw({ ...base, text: 'segredo', revokedAt: at })).not.toContain('segredo');
});

test('a message that failed before the server had it keeps its words and says what can be done', () => {
  const html = draw(
    { ...base, ...ours, text: 'importante' },
    { clientId: 'c1', state: 'failed', problem: 'Sem internet.' },
  );
  for (const words of ['importante', 'Sem internet.', 'Tentar de novo', 'Descartar']) expect(html).toContain(words);
});

test('our own reaction is no bubble of its own', () => {
  expect(draw({ ...base, ...ours, kind: 'reaction', text: '❤️' })).not.toContain('❤️');
});
