import { loadMetaContract, metaContractExceptions, metaContractSkipped } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { renderMarkRead } from './render-mark-read.ts';
import { renderMessage } from './render-message.ts';
import { samples } from './samples.ts';

const messages = '/{Version}/{Phone-Number-ID}/messages';
const contract = loadMetaContract();
const whether = metaContractSkipped ?? "against Meta's own file";
const asSent = (body: unknown): unknown => JSON.parse(JSON.stringify(body));

const recipients = {
  'a phone': { waId: '5521998765432' },
  'a user id': { bsuid: 'BR.849201755361288' },
  'a group': { groupId: 'Y2FwaV9ncm91cDo' },
};
const everyRequest = Object.entries(samples).flatMap(([name, content]) =>
  Object.entries(recipients).map(([whom, to]) => ({
    name,
    whom,
    request: { to, content, tag: '0199-id', replyTo: 'wamid.in' },
  })),
);

test.skipIf(contract === undefined).each(everyRequest)(
  `$name to $whom is a request that Meta takes (${whether})`,
  ({ request }) => {
    expect(contract?.request('post', messages)(asSent(renderMessage(request)))).toEqual([]);
  },
);

test.skipIf(contract === undefined).each([false, true])('read is a request that Meta takes (typing: %s)', (typing) => {
  expect(contract?.schema('MarkMessageRequestPayload')(asSent(renderMarkRead('wamid.in', typing)))).toEqual([]);
});

/** What the samples do not reach: two limits, proven below, and a tightening, proven beside the contract's loader. */
const provenElsewhere = new Set([
  '/components/schemas/BaseMessageProperties/anyOf',
  '/components/schemas/BodyObject/properties/text/maxLength',
  '/components/schemas/ContactsMessage/allOf/1/properties/contacts/maxItems',
]);
const provenHere = metaContractExceptions.filter((exception) => !provenElsewhere.has(exception.at));

test.skipIf(contract === undefined).each(provenHere)('the exception at $at is still needed', (exception) => {
  const without = loadMetaContract(metaContractExceptions.filter((other) => other !== exception));
  const refused = everyRequest.filter(
    ({ request }) => without?.request('post', messages)(asSent(renderMessage(request))).length !== 0,
  );
  expect(refused.length).toBeGreaterThan(0);
});

test.skipIf(contract === undefined)('the longest list and the most contacts fit only because of the exceptions', () => {
  const list = samples['list'];
  const contacts = samples['contacts'];
  if (list?.kind !== 'list' || contacts?.kind !== 'contacts') throw new Error('the samples changed');
  const card = contacts.contacts[0];
  if (card === undefined) throw new Error('the samples changed');
  const large = [
    { ...list, text: 'x'.repeat(4096) },
    { ...contacts, contacts: Array.from({ length: 257 }, () => card) },
  ];
  const bare = loadMetaContract(metaContractExceptions.filter((exception) => !provenElsewhere.has(exception.at)));
  for (const content of large) {
    const body = asSent(renderMessage({ to: recipients['a phone'], content, tag: 't' }));
    expect(contract?.request('post', messages)(body)).toEqual([]);
    expect(bare?.request('post', messages)(body)).not.toEqual([]);
  }
});
