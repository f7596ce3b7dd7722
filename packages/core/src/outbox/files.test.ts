import type { ChannelAdapter, OutboundContent, SendOutcome, SendRequest } from '@balcao/channels/port';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import type { Claimed } from './claim.ts';
import { sendClaimed } from './send-claimed.ts';

const mediaId = '01900000-0000-7000-8000-00000000000a';
const source = { mediaId };
const photo: OutboundContent = { kind: 'media', media: 'image', source };

let base: DbCtx;
let line: TestLine;
beforeAll(async () => {
  base = await testCtx();
  line = await testLine(base);
});

/** What the provider was asked to send, and what came of it. */
async function send(content: OutboundContent, more: { idOf?: () => Promise<string>; answer?: SendOutcome } = {}) {
  const requests: SendRequest[] = [];
  const forgotten: string[] = [];
  const adapter = {
    send: async (_credentials: unknown, request: SendRequest) => {
      requests.push(request);
      return more.answer ?? { outcome: 'accepted', providerId: 'wamid.1' };
    },
  } as unknown as ChannelAdapter; // the only method that is called
  const credentials = { channelId: 'c', phoneNumberId: '1', accountId: '2', accessToken: 'x' };
  const sender = { id: 'c', workspaceId: line.ctx.workspaceId, perSecond: 1, adapter, credentials };
  const item = { id: 'm', conversationId: 'k', channelId: 'c', content, waId: '55', bsuid: null } as unknown as Claimed; // what a send reads
  const files = {
    idOf: more.idOf ?? (async () => 'meta-1'),
    forget: async (_ctx: unknown, _sender: unknown, id: string) => void forgotten.push(id),
  };
  const outcome = await sendClaimed(line.ctx, { workerId: 'w', sender: () => sender, files }, sender, item);
  return { requests, forgotten, outcome };
}

test.each<OutboundContent>([
  photo,
  { kind: 'buttons', text: 'x', header: { kind: 'image', source }, buttons: [{ id: '1', title: 'a' }] },
  { kind: 'template', name: 'x', language: 'pt_BR', header: { kind: 'document', source } },
])('a file of ours goes under the provider’s own name: %#', async (content) => {
  const { requests, outcome } = await send(content);
  expect(outcome.outcome).toBe('accepted');
  expect(JSON.stringify(requests[0]?.content)).toContain('"source":{"id":"meta-1"}');
});

test.each([
  [new Fault('not_found', 'gone'), 'final', 'file_gone'],
  [new Fault('wrong_file', 'no'), 'final', 'media_refused'],
  [new Fault('unavailable', 'disk'), 'retry', 'trying_again'],
  [new Fault('provider_failed', 'no', { treatment: 'stop_channel' }), 'stop_channel', 'channel_stopped'],
  [new Fault('provider_failed', 'no', { treatment: 'bad_request' }), 'final', 'media_refused'],
])('a file that cannot be given to the provider: %s', async (fault, treatment, sentence) => {
  const { requests, outcome } = await send(photo, { idOf: () => Promise.reject(fault) });
  expect(requests).toEqual([]);
  expect(outcome).toMatchObject({ outcome: 'failed', treatment, sentence });
});

test('a file that the provider has lost is uploaded anew for the next attempt', async () => {
  const lost = { outcome: 'failed', treatment: 'media_retry', detail: '', sentence: 'media_refused' } as const;
  expect((await send(photo, { answer: lost })).forgotten).toEqual([mediaId]);
});
