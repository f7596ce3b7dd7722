import { expect, test } from 'vitest';
import type { JsonObject, Media } from '../../model.ts';
import { GraphProblem } from '../graph-problem.ts';
import { checkMessage } from './check-message.ts';

const media = (mimeType: string, size: number): Media => ({
  id: '77',
  phoneNumberId: '1',
  bytes: Buffer.alloc(size),
  mimeType,
  sha256: Buffer.alloc(32),
  at: 0,
});

function codeOf(body: JsonObject, kept?: Media): number | 'taken' {
  try {
    checkMessage({ messaging_product: 'whatsapp', to: '+55 11 98765-4321', ...body }, () => kept);
    return 'taken';
  } catch (problem) {
    if (problem instanceof GraphProblem) return problem.code;
    throw problem;
  }
}

const button = (id: string, title: string): JsonObject => ({ type: 'reply', reply: { id, title } });
const withButtons = (buttons: JsonObject[], body = 'Oi'): JsonObject => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: body }, action: { buttons } },
});
const withRows = (count: number, row: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'x'.repeat(4096) },
    action: {
      button: 'Ver',
      sections: [
        { title: 'Um', rows: Array.from({ length: count }, (_, n) => ({ id: `r${n}`, title: `Linha ${n}`, ...row })) },
      ],
      ...more,
    },
  },
});
const link = (display_text: string, url: string): JsonObject => ({
  type: 'interactive',
  interactive: {
    type: 'cta_url',
    body: { text: 'Oi' },
    action: { name: 'cta_url', parameters: { display_text, url } },
  },
});

test.each<[string, JsonObject, number | 'taken']>([
  ['a text of 4,096 characters', { type: 'text', text: { body: 'x'.repeat(4096) } }, 'taken'],
  ['a text of 4,096 emojis, which are more units', { type: 'text', text: { body: '🙂'.repeat(4096) } }, 'taken'],
  ['a text of 4,097', { type: 'text', text: { body: 'x'.repeat(4097) } }, 131009],
  ['an empty text', { type: 'text', text: { body: '' } }, 131008],
  ['a text that is a number', { type: 'text', text: { body: 7 } }, 100],
  ['no text object', { type: 'text' }, 131008],
  ['a type that nobody knows', { type: 'poll', poll: {} }, 100],
  ['nobody to send to', { to: '', type: 'text', text: { body: 'x' } }, 100],
  ['a group', { recipient_type: 'group', type: 'text', text: { body: 'x' } }, 131009],
  ['a tag of 513', { type: 'text', text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) }, 131009],
  ['three buttons', withButtons([button('a', 'A'), button('b', 'B'), button('c', 'C')]), 'taken'],
  ['four buttons', withButtons([button('a', 'A'), button('b', 'B'), button('c', 'C'), button('d', 'D')]), 131009],
  ['a button title of 21', withButtons([button('a', 'x'.repeat(21))]), 131009],
  ['a button id of 257', withButtons([button('x'.repeat(257), 'A')]), 131009],
  ['two buttons with one id', withButtons([button('a', 'A'), button('a', 'B')]), 131009],
  ['a buttons body of 1,025', withButtons([button('a', 'A')], 'x'.repeat(1025)), 131009],
  ['a list of ten rows with a body of 4,096', withRows(10), 'taken'],
  ['a list of eleven rows', withRows(11), 131009],
  ['a row title of 25', withRows(1, { title: 'x'.repeat(25) }), 131009],
  ['a row description of 73', withRows(1, { description: 'x'.repeat(73) }), 131009],
  ['a row id of 201', withRows(1, { id: 'x'.repeat(201) }), 131009],
  ['a list button of 21', withRows(1, {}, { button: 'x'.repeat(21) }), 131009],
  ['a link', link('Pagar', 'https://x.invalid'), 'taken'],
  ['a link that is not http', link('Pagar', 'javascript:alert(1)'), 131009],
  ['a link text of 21', link('x'.repeat(21), 'https://x.invalid'), 131009],
  ['a place', { type: 'location', location: { latitude: '-23.5', longitude: '-46.6' } }, 'taken'],
  ['a place beyond the pole', { type: 'location', location: { latitude: 91, longitude: 0 } }, 131009],
  ['a contact without a name', { type: 'contacts', contacts: [{ phones: [] }] }, 131008],
  ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '' } }, 'taken'],
  ['media with neither id nor link', { type: 'image', image: {} }, 131008],
  ['media with both', { type: 'image', image: { id: '1', link: 'https://x.invalid' } }, 131009],
  ['audio with a caption', { type: 'audio', audio: { link: 'https://x.invalid/a.ogg', caption: 'x' } }, 100],
  ['media that was never uploaded', { type: 'image', image: { id: '77' } }, 131009],
])('%s gives %s', (_, body, expected) => {
  expect(codeOf(body)).toBe(expected);
});

test.each<[string, string, number, number | 'taken']>([
  ['image', 'image/jpeg', 5 * 1024 * 1024, 'taken'],
  ['image', 'image/jpeg', 5 * 1024 * 1024 + 1, 131009],
  ['image', 'image/gif', 10, 131009],
  ['audio', 'audio/ogg; codecs=opus', 10, 'taken'],
  ['audio', 'audio/webm', 10, 131009],
  ['document', 'application/x-anything', 10, 'taken'],
])('%s of type %s and %d bytes gives %s', (type, mimeType, size, expected) => {
  expect(codeOf({ type, [type]: { id: '77' } }, media(mimeType, size))).toBe(expected);
});

test('the body must say that it is for whatsapp', () => {
  expect(() => checkMessage({ to: '55', type: 'text', text: { body: 'x' } }, () => undefined)).toThrow(
    'messaging_product',
  );
  expect(() => checkMessage('text', () => undefined)).toThrow(GraphProblem);
});
