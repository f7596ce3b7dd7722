import { parseWebhook, routingKeys, signBody, type WhatsAppCloud } from '@balcao/channels/whatsapp-cloud';
import type { DbCtx } from '@balcao/db';
import { Fault, systemClock } from '@balcao/kernel';
import { testConfig } from '@balcao/testkit';
import { expect, test } from 'vitest';
import type { ChannelDirectory, KnownChannel } from '../runtime/channel-directory.ts';
import { createGate } from './gate.ts';

const adapter = { parseWebhook, routingKeys } as WhatsAppCloud; // all that the gate calls
const channel = (n: number, over: Partial<KnownChannel> = {}): KnownChannel =>
  ({
    id: `01900000-0000-7000-8000-00000000000${n}`,
    workspaceId: `01900000-0000-7000-8000-0000000000f${n}`,
    phoneNumberId: `100${n}`,
    wabaId: `200${n}`,
    appSecret: `secret-${n}`,
    verifyToken: `verify-${n}`,
    adapter,
    ...over,
  }) as KnownChannel;

const [a, b, sibling] = [channel(1), channel(2), channel(3, { appSecret: 'secret-1', wabaId: '2001' })];
const channels = [a, b, sibling];
const directory: ChannelDirectory = {
  byId: (id) => channels.find((one) => one.id === id),
  byNumber: (number) => channels.find((one) => one.phoneNumberId === number),
  ofAccount: (account) => channels.filter((one) => one.wabaId === account),
  all: () => channels,
  whatsapp: adapter,
  refresh: async () => undefined,
  close: async () => undefined,
};

const gateOf = (env: Record<string, string> = {}) =>
  createGate({ config: testConfig(env), clock: { ...systemClock, monotonic: () => 5_000 } } as DbCtx, directory);

interface Part {
  readonly number?: KnownChannel;
  readonly account?: KnownChannel;
  readonly senders?: readonly string[];
}

function body(...parts: Part[]): Buffer {
  const entry = parts.map(({ number, account, senders = ['5511900000001'] }) => ({
    id: (number ?? account)?.wabaId,
    changes: [
      number
        ? {
            field: 'messages',
            value: {
              metadata: { phone_number_id: number.phoneNumberId },
              messages: senders.map((from, n) => ({
                from,
                id: `wamid.${n}`,
                timestamp: '1795000000',
                type: 'text',
                text: { body: 'oi' },
              })),
            },
          }
        : { field: 'account_update', value: { event: 'VERIFIED_ACCOUNT' } },
    ],
  }));
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

function admit(
  raw: Buffer,
  secret: string | undefined,
  over: { channelId?: string; env?: Record<string, string>; gate?: ReturnType<typeof gateOf> } = {},
) {
  const gate = over.gate ?? gateOf(over.env);
  const signature = secret === undefined ? undefined : signBody(raw, secret);
  return gate.admit({ body: raw, signature, ip: '127.0.0.1', channelId: over.channelId });
}

function codeOf(fn: () => unknown): string {
  try {
    fn();
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
  return 'admitted';
}

const ids = (admitted: { channels: readonly { channelId: string }[] }) =>
  admitted.channels.map((one) => one.channelId).sort();

test('a body goes to the channel of its number', () => {
  expect(ids(admit(body({ number: a }), 'secret-1'))).toEqual([a.id]);
  expect(ids(admit(body({ number: a }), 'secret-1', { channelId: a.id }))).toEqual([a.id]);
});

test("a company's secret opens nothing of another company, even in one body", () => {
  expect(codeOf(() => admit(body({ number: b }), 'secret-1'))).toBe('bad_signature');
  expect(codeOf(() => admit(body({ number: b }), 'secret-2', { channelId: a.id }))).toBe('bad_signature');
  expect(ids(admit(body({ number: a }, { number: b }), 'secret-1'))).toEqual([a.id]);
  expect(ids(admit(body({ number: b }, { number: a }), 'secret-1', { channelId: a.id }))).toEqual([a.id]);
});

test('an event of the account goes to every channel of it that the secret signs for', () => {
  expect(ids(admit(body({ account: a }), 'secret-1'))).toEqual([a.id, sibling.id]);
});

test('no signature, no secret, a number of nobody: refused', () => {
  expect(codeOf(() => admit(body({ number: a }), undefined))).toBe('bad_signature');
  expect(codeOf(() => admit(body({ number: a }), 'secret-9'))).toBe('bad_signature');
  expect(codeOf(() => admit(body({ number: channel(8) }), 'secret-8'))).toBe('bad_signature');
  expect(
    codeOf(() => admit(body({ number: a }), 'secret-1', { channelId: '01900000-0000-7000-8000-00000000dead' })),
  ).toBe('not_found');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no JSON', Buffer.from('{"entry":')],
  ['a list', Buffer.from('[]')],
  ['a word', Buffer.from('"oi"')],
  ['null', Buffer.from('null')],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['brackets without end', Buffer.from(`{"entry":${'['.repeat(200_000)}`)],
  ['deep nesting that closes', Buffer.from(`{"entry":${'['.repeat(60)}${']'.repeat(60)}}`)],
])('%s is refused as input, signed or not', (_, raw) => {
  expect(codeOf(() => admit(raw, 'secret-1', { channelId: a.id }))).toBe('invalid_input');
});

test('brackets inside a text are no nesting', () => {
  const raw = Buffer.from(JSON.stringify({ entry: [{ id: '2001', note: '[{'.repeat(500) + '\\"[[' }] }));
  expect(codeOf(() => admit(raw, 'secret-1', { channelId: a.id }))).toBe('admitted');
});

test('a sender, an address or a company that floods is told to come later', () => {
  const flood = { WEBHOOK_RATE_SENDER: '3' };
  const gate = gateOf(flood);
  const one = body({ number: a });
  expect([1, 2, 3, 4].map(() => codeOf(() => admit(one, 'secret-1', { gate })))).toEqual([
    'admitted',
    'admitted',
    'admitted',
    'too_many_requests',
  ]);
  expect(codeOf(() => admit(body({ number: a, senders: ['5511900000002'] }), 'secret-1', { gate }))).toBe('admitted');
  const byAddress = gateOf({ WEBHOOK_RATE_IP: '2' });
  expect([1, 2, 3].map(() => codeOf(() => admit(one, 'wrong', { gate: byAddress })))).toEqual([
    'bad_signature',
    'bad_signature',
    'too_many_requests',
  ]);
  const byCompany = gateOf({ WEBHOOK_RATE_WORKSPACE: '1' });
  expect([1, 2].map(() => codeOf(() => admit(one, 'secret-1', { gate: byCompany })))).toEqual([
    'admitted',
    'too_many_requests',
  ]);
});

test('the handshake answers the challenge for our own token only', () => {
  const query = (token: string) => ({
    'hub.mode': 'subscribe',
    'hub.verify_token': token,
    'hub.challenge': '1158201444',
  });
  expect(gateOf().handshake(undefined, query('verify-2'))).toBe('1158201444');
  expect(gateOf().handshake(b.id, query('verify-2'))).toBe('1158201444');
  expect(codeOf(() => gateOf().handshake(a.id, query('verify-2')))).toBe('forbidden');
  expect(codeOf(() => gateOf().handshake(undefined, query('no')))).toBe('forbidden');
});
