import { expect, test } from 'vitest';
import { at, body, change, message, origin, text, waId } from '../fixtures.ts';
import { parseWebhook } from '../parse-webhook.ts';

const history = (...chunks: unknown[]) => body(change('history', { history: chunks }));
const metadata = { phase: 1, chunk_order: 2, progress: 55 };
const ours = { from: '552133334444', to: waId, id: 'wamid.2' };

test('a chunk: its threads, who wrote what, and the status of each', () => {
  const threads = [
    {
      id: waId,
      messages: [
        text('oi', { history_context: { status: 'READ' } }),
        text('olá', ours),
        message({ id: 'wamid.3', type: 'media_placeholder' }),
      ],
    },
  ];
  expect(parseWebhook(history({ metadata, threads }))).toEqual([
    {
      fact: 'history',
      ...origin,
      phase: 1,
      chunk: 2,
      progress: 55,
      threads: [
        {
          person: { waId },
          messages: [
            { providerId: 'wamid.in', at, kind: 'text', text: 'oi', fromBusiness: false, status: 'read' },
            { providerId: 'wamid.2', at, kind: 'text', text: 'olá', fromBusiness: true },
            { providerId: 'wamid.3', at, kind: 'media_placeholder', fromBusiness: false },
          ],
        },
      ],
    },
  ]);
});

test("a message is the business's when its sender is not the thread's person", () => {
  const threads = [{ id: waId, messages: [text('olá', { from: '552133334444' }), text('oi', { from: undefined })] }];
  const [fact] = parseWebhook(history({ metadata, threads }));
  expect(fact?.fact === 'history' && fact.threads[0]?.messages.map((m) => m.fromBusiness)).toEqual([true, false]);
});

test('the refusal to share a history', () => {
  const errors = [{ code: 2593109, title: 'History sync is turned off', error_data: { details: 'by the business' } }];
  expect(parseWebhook(history({ errors }))).toEqual([
    {
      fact: 'history',
      ...origin,
      threads: [],
      errors: [{ code: 2593109, title: 'History sync is turned off', details: 'by the business' }],
    },
  ]);
});

test('media that came as placeholders follow as messages of their person', () => {
  const image = { id: '9', mime_type: 'image/jpeg' };
  const list = [message({ type: 'image', image }), message({ ...ours, type: 'image', image })];
  expect(parseWebhook(body(change('history', { messages: list })))).toMatchObject([
    {
      fact: 'history',
      threads: [
        { person: { waId }, messages: [{ providerId: 'wamid.in', fromBusiness: false, media: { id: '9' } }] },
        { person: { waId }, messages: [{ providerId: 'wamid.2', fromBusiness: true }] },
      ],
    },
  ]);
});

test('one broken thread or message costs no other', () => {
  const threads = [7, { id: waId, messages: [text('um'), null, text('dois', { id: undefined }), text('três')] }];
  const facts = parseWebhook(history({ metadata, threads }, 'x'));
  const chunk = facts.find((fact) => fact.fact === 'history');
  expect(chunk?.fact === 'history' && chunk.threads[0]?.messages.map((m) => m.text)).toEqual(['um', 'três']);
  expect(facts.filter((fact) => fact.fact === 'unknown').map((fact) => fact.fact === 'unknown' && fact.reason)).toEqual(
    ['not an object', 'not an object', 'message without an id', 'not an object'],
  );
});

test('a reaction in the past is a reaction', () => {
  const reaction = { message_id: 'wamid.in', emoji: '👍' };
  const threads = [{ id: waId, messages: [message({ ...ours, type: 'reaction', reaction })] }];
  expect(parseWebhook(history({ threads }))).toMatchObject([
    { fact: 'reaction', from: { waId }, fromBusiness: true, targetId: 'wamid.in', emoji: '👍' },
    { fact: 'history', threads: [{ messages: [] }] },
  ]);
});
