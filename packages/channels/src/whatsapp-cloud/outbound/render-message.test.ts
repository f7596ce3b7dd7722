import { expect, test } from 'vitest';
import type { SendRequest } from '../../port/index.ts';
import { renderMarkRead } from './render-mark-read.ts';
import { renderMessage } from './render-message.ts';
import { samples } from './samples.ts';

const to = { waId: '5521998765432' };
/** As it leaves: what JSON drops is not there. */
const rendered = (request: Partial<SendRequest>) =>
  JSON.parse(
    JSON.stringify(renderMessage({ to, tag: '0199-id', content: { kind: 'text', text: 'Olá' }, ...request })),
  ) as unknown;
const frame = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '5521998765432',
  biz_opaque_callback_data: '0199-id',
};
const content = (name: string) => {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return rendered({ content: sample });
};

test('a text, with our tag and the message that it answers', () => {
  expect(rendered({ replyTo: 'wamid.in' })).toEqual({
    ...frame,
    context: { message_id: 'wamid.in' },
    type: 'text',
    text: { body: 'Olá' },
  });
  expect(content('text')).toMatchObject({ text: { body: 'Olá! Veja https://example.com', preview_url: true } });
});

test('a phone wins over a user id; without a phone the user id is the recipient', () => {
  expect(rendered({ to: { waId: '5521998765432', bsuid: 'BR.1' } })).toEqual({
    ...frame,
    type: 'text',
    text: { body: 'Olá' },
  });
  const { to: _, ...rest } = frame;
  expect(rendered({ to: { bsuid: 'BR.1' } })).toEqual({
    ...rest,
    recipient: 'BR.1',
    type: 'text',
    text: { body: 'Olá' },
  });
});

test('a group', () => {
  expect(rendered({ to: { groupId: 'g1' } })).toMatchObject({ recipient_type: 'group', to: 'g1' });
});

test('nobody to write to, no tag, or an endless tag is refused', () => {
  expect(() => rendered({ to: {} })).toThrow('to: neither');
  expect(() => rendered({ tag: '' })).toThrow('tag:');
  expect(() => rendered({ tag: 'x'.repeat(513) })).toThrow('tag:');
});

test.each([
  ['image by id', { type: 'image', image: { id: '123', caption: 'Foto' } }],
  ['video by link', { type: 'video', video: { link: 'https://example.com/v.mp4', caption: 'Vídeo' } }],
  ['audio', { type: 'audio', audio: { id: '123' } }],
  ['voice', { type: 'audio', audio: { id: '123', voice: true } }],
  ['document', { type: 'document', document: { id: '123', caption: 'NF', filename: 'nota.pdf' } }],
  ['sticker by id', { type: 'sticker', sticker: { id: '123' } }],
  [
    'location',
    { type: 'location', location: { latitude: '-22.9', longitude: '-43.2', name: 'Padaria', address: 'Rua A, 1' } },
  ],
  ['reaction', { type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '👍' } }],
  ['reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '' } }],
  ['template without parameters', { type: 'template', template: { name: 'aviso', language: { code: 'pt_BR' } } }],
  [
    'template with a text header',
    {
      type: 'template',
      template: {
        name: 'aviso',
        language: { code: 'en' },
        components: [{ type: 'header', parameters: [{ type: 'text', text: 'Ana' }] }],
      },
    },
  ],
  [
    'buttons under a document',
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'document', document: { id: '123', filename: 'boleto.pdf' } },
        body: { text: 'Seu boleto' },
        action: { buttons: [{ type: 'reply', reply: { id: 'ok', title: 'Recebi' } }] },
      },
    },
  ],
  [
    'cta_url',
    {
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        header: { type: 'image', image: { link: 'https://example.com/i.png' } },
        body: { text: 'Acompanhe o pedido' },
        footer: { text: 'Padaria' },
        action: { name: 'cta_url', parameters: { display_text: 'Abrir', url: 'https://example.com/pedido/42' } },
      },
    },
  ],
  [
    'list',
    {
      type: 'interactive',
      interactive: {
        type: 'list',
        header: { type: 'text', text: 'Setores' },
        body: { text: 'Escolha' },
        footer: { text: 'Padaria' },
        action: {
          button: 'Ver setores',
          sections: [
            { title: 'Vendas', rows: [{ id: 'v', title: 'Comprar', description: 'Pães e bolos' }] },
            { title: 'Outros', rows: [{ id: 'f', title: 'Financeiro' }] },
          ],
        },
      },
    },
  ],
  [
    'contacts',
    {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Rafa Souza', first_name: 'Rafa', last_name: 'Souza' },
          org: { company: 'Padaria' },
          phones: [{ phone: '+5521998765432', type: 'CELL', wa_id: '5521998765432' }],
          emails: [{ email: 'rafa@example.com', type: 'WORK' }],
          urls: [{ url: 'https://example.com', type: 'WORK' }],
        },
      ],
    },
  ],
])('%s', (name, expected) => {
  expect(content(name)).toEqual({ ...frame, ...expected });
});

test("a template's parameters, by position and by name, and its buttons by index", () => {
  expect(content('template with everything')).toMatchObject({
    template: {
      components: [
        {
          type: 'header',
          parameters: [{ type: 'document', document: { link: 'https://example.com/nf.pdf', filename: 'nf.pdf' } }],
        },
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'cliente', text: 'Ana' },
            { type: 'currency', currency: { fallback_value: 'R$ 99,90', code: 'BRL', amount_1000: 99_900 } },
            { type: 'date_time', date_time: { fallback_value: '20/11/2026' } },
          ],
        },
        { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'PARAR' }] },
        { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'pedido/42' }] },
        {
          type: 'button',
          sub_type: 'copy_code',
          index: '2',
          parameters: [{ type: 'coupon_code', coupon_code: 'PROMO10' }],
        },
        {
          type: 'button',
          sub_type: 'flow',
          index: '3',
          parameters: [{ type: 'action', action: { flow_token: 't', flow_action_data: { passo: 1 } } }],
        },
      ],
    },
  });
});

test('read, and read with typing, are one call', () => {
  expect(JSON.parse(JSON.stringify(renderMarkRead('wamid.in', false)))).toEqual({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: 'wamid.in',
  });
  expect(renderMarkRead('wamid.in', true)).toMatchObject({ typing_indicator: { type: 'text' } });
});
