import type { OutboundContent } from '../../port/index.ts';

/** One of every content that we can send, at its fullest; the render and contract tests of this folder go through them. */
export const samples: Readonly<Record<string, OutboundContent>> = {
  text: { kind: 'text', text: 'Olá! Veja https://example.com', previewUrl: true },
  'text without preview': { kind: 'text', text: 'Olá' },
  'image by id': { kind: 'media', media: 'image', source: { id: '123' }, caption: 'Foto' },
  'video by link': { kind: 'media', media: 'video', source: { link: 'https://example.com/v.mp4' }, caption: 'Vídeo' },
  audio: { kind: 'media', media: 'audio', source: { id: '123' } },
  voice: { kind: 'media', media: 'audio', source: { id: '123' }, voice: true },
  document: { kind: 'media', media: 'document', source: { id: '123' }, caption: 'NF', fileName: 'nota.pdf' },
  'sticker by id': { kind: 'media', media: 'sticker', source: { id: '123' } },
  'sticker by link': { kind: 'media', media: 'sticker', source: { link: 'https://example.com/s.webp' } },
  'template without parameters': { kind: 'template', name: 'aviso', language: 'pt_BR' },
  'template with everything': {
    kind: 'template',
    name: 'pedido_enviado',
    language: 'pt_BR',
    header: { kind: 'document', source: { link: 'https://example.com/nf.pdf' }, fileName: 'nf.pdf' },
    body: [
      { kind: 'text', text: 'Ana', name: 'cliente' },
      { kind: 'currency', currency: 'BRL', cents: 9_990, fallback: 'R$ 99,90' },
      { kind: 'date_time', fallback: '20/11/2026' },
    ],
    buttons: [
      { kind: 'quick_reply', index: 0, payload: 'PARAR' },
      { kind: 'url', index: 1, text: 'pedido/42' },
      { kind: 'copy_code', index: 2, code: 'PROMO10' },
      { kind: 'flow', index: 3, flowToken: 't', data: { passo: 1 } },
    ],
  },
  'template with a text header': {
    kind: 'template',
    name: 'aviso',
    language: 'en',
    header: { kind: 'text', parameter: { kind: 'text', text: 'Ana' } },
  },
  'template with an image header': {
    kind: 'template',
    name: 'aviso',
    language: 'pt_BR',
    header: { kind: 'image', source: { id: '123' } },
  },
  'template with a location header': {
    kind: 'template',
    name: 'entrega',
    language: 'pt_BR',
    header: { kind: 'location', latitude: -22.9, longitude: -43.2, name: 'Loja', address: 'Rua A, 1' },
  },
  buttons: {
    kind: 'buttons',
    header: { kind: 'text', text: 'Padaria' },
    text: 'Como posso ajudar?',
    footer: 'Responda quando puder',
    buttons: [
      { id: 'pedir', title: 'Fazer pedido' },
      { id: 'falar', title: 'Falar com alguém' },
    ],
  },
  'buttons under a document': {
    kind: 'buttons',
    header: { kind: 'document', source: { id: '123' }, fileName: 'boleto.pdf' },
    text: 'Seu boleto',
    buttons: [{ id: 'ok', title: 'Recebi' }],
  },
  list: {
    kind: 'list',
    header: { kind: 'text', text: 'Setores' },
    text: 'Escolha',
    footer: 'Padaria',
    button: 'Ver setores',
    sections: [
      { title: 'Vendas', rows: [{ id: 'v', title: 'Comprar', description: 'Pães e bolos' }] },
      { title: 'Outros', rows: [{ id: 'f', title: 'Financeiro' }] },
    ],
  },
  cta_url: {
    kind: 'cta_url',
    header: { kind: 'image', source: { link: 'https://example.com/i.png' } },
    text: 'Acompanhe o pedido',
    footer: 'Padaria',
    button: 'Abrir',
    url: 'https://example.com/pedido/42',
  },
  location: { kind: 'location', latitude: -22.9, longitude: -43.2, name: 'Padaria', address: 'Rua A, 1' },
  contacts: {
    kind: 'contacts',
    contacts: [
      {
        name: { formatted: 'Rafa Souza', first: 'Rafa', last: 'Souza' },
        company: 'Padaria',
        phones: [{ phone: '+5521998765432', type: 'CELL', waId: '5521998765432' }],
        emails: [{ email: 'rafa@example.com', type: 'WORK' }],
        urls: [{ url: 'https://example.com', type: 'WORK' }],
      },
    ],
  },
  reaction: { kind: 'reaction', targetId: 'wamid.in', emoji: '👍' },
  'reaction taken back': { kind: 'reaction', targetId: 'wamid.in' },
};
