import { expect, test } from 'vitest';
import { loadMetaContract, metaContractSkipped } from './load-meta-contract.ts';

const messages = '/{Version}/{Phone-Number-ID}/messages';
const contract = loadMetaContract();
const text = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '5521998765432',
  type: 'text',
  text: { body: 'Olá' },
};

test.skipIf(contract === undefined)(`Meta's contract takes a plain text (${metaContractSkipped ?? 'present'})`, () => {
  expect(contract?.request('post', messages)(text)).toEqual([]);
  expect(
    contract?.request('post', messages)({ ...text, biz_opaque_callback_data: 'x', context: { message_id: 'y' } }),
  ).toEqual([]);
});

test.skipIf(contract === undefined).each([
  ['a stranger beside the text', { ...text, colour: 'red' }],
  ['a stranger inside the text', { ...text, text: { body: 'Olá', colour: 'red' } }],
  ['no recipient at all', { ...text, to: undefined }],
  ['a type nobody knows', { ...text, type: 'poll' }],
  ['a header parameter without its text', template([{ type: 'header', parameters: [{ type: 'text' }] }])],
  ['a button without its parameters', template([{ type: 'button', sub_type: 'url', index: '0' }])],
])("Meta's contract refuses %s", (_, body) => {
  expect(contract?.request('post', messages)(JSON.parse(JSON.stringify(body)))).not.toEqual([]);
});

test.skipIf(contract === undefined)("answers are checked with Meta's own schemas", () => {
  const answer = {
    messaging_product: 'whatsapp',
    contacts: [{ input: '1', wa_id: '1' }],
    messages: [{ id: 'wamid.x' }],
  };
  expect(contract?.answer('post', messages, 200)(answer)).toEqual([]);
  expect(contract?.answer('post', messages, 200)({ ...answer, messages: [{ id: 1 }] })).not.toEqual([]);
  expect(contract?.schema('GraphAPIError')({ error: { message: 'no', type: 'OAuthException', code: 190 } })).toEqual(
    [],
  );
  expect(contract?.schema('GraphAPIError')({ error: { message: 'no' } })).not.toEqual([]);
  expect(contract?.answer('get', '/{Version}/{Media-ID}', 200)({ url: 'https://x.invalid', file_size: '3' })).toEqual(
    [],
  );
});

test.skipIf(contract === undefined)('an operation that the file lacks is said, not passed over', () => {
  expect(() => contract?.request('post', '/{Version}/nowhere')).toThrow('has no post');
});

function template(components: unknown[]) {
  const { text: _, ...rest } = text;
  return { ...rest, type: 'template', template: { name: 'aviso', language: { code: 'pt_BR' }, components } };
}
