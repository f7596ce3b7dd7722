import { text as readText } from 'node:stream/consumers';
import { loadMetaContract } from '@balcao/testkit';
import { afterEach, expect, test } from 'vitest';
import { createWhatsAppCloud } from '../create-whatsapp-cloud.ts';
import { answer, credentials, graphError, inTurn, type Reply, startGraphDouble } from './graph-double.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(reply: Reply) {
  const double = await startGraphDouble(reply);
  stops.push(double.stop);
  return { double, cloud: createWhatsAppCloud(double.ctx) };
}

test('a number as Meta sees it', async () => {
  const number = {
    id: '106540352242922',
    display_phone_number: '+55 21 3333-4444',
    verified_name: 'Padaria',
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    throughput: { level: 'STANDARD' },
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
  };
  expect(loadMetaContract()?.answer('get', '/{Version}/{Phone-Number-ID}', 200)(number) ?? []).toEqual([]);
  const { double, cloud } = await start(answer(200, number));
  expect(await cloud.readNumber(credentials)).toEqual({
    id: '106540352242922',
    displayPhone: '+55 21 3333-4444',
    verifiedName: 'Padaria',
    quality: 'GREEN',
    verification: 'VERIFIED',
    nameStatus: 'APPROVED',
    throughput: 'STANDARD',
    messagingLimit: 'TIER_2K',
  });
  expect(double.heard[0]?.url).toMatch(/^\/v26\.0\/106540352242922\?fields=id,/);
});

test('the account', async () => {
  const { cloud } = await start(answer(200, { id: '1', name: 'Padaria', currency: 'BRL', timezone_id: '25' }));
  expect(await cloud.readWaba(credentials)).toEqual({ id: '1', name: 'Padaria', currency: 'BRL', timezone: '25' });
});

test('templates, page after page', async () => {
  const page = (name: string, after?: string) =>
    answer(200, {
      data: [
        {
          id: '1',
          name,
          language: 'pt_BR',
          status: 'APPROVED',
          category: 'UTILITY',
          components: [{ type: 'BODY', text: 'Olá' }],
        },
      ],
      paging: after === undefined ? {} : { cursors: { after }, next: 'https://graph.invalid/next' },
    });
  const { double, cloud } = await start(inTurn(page('um', 'a=='), page('dois', 'b'), page('três')));
  const templates = await cloud.listTemplates(credentials);
  expect(templates.map((template) => template.name)).toEqual(['um', 'dois', 'três']);
  expect(templates[0]).toMatchObject({ status: 'APPROVED', components: [{ type: 'BODY', text: 'Olá' }] });
  expect(double.heard.map((heard) => new URL(heard.url, 'http://x').searchParams.get('after'))).toEqual([
    null,
    'a==',
    'b',
  ]);
});

test('a cursor that never moves ends the list', async () => {
  const { double, cloud } = await start(answer(200, { data: [{}], paging: { cursors: { after: 'a' }, next: 'x' } }));
  expect(await cloud.listTemplates(credentials)).toHaveLength(2);
  expect(double.heard).toHaveLength(2);
});

test.each<[string, Reply]>([
  ['500', graphError(500, 131000)],
  ['429', graphError(429, 80007, {}, { 'retry-after': '2' })],
  ['a hang-up', (_, __, request) => request.socket.destroy()],
])('a read is tried again after %s', async (_, trouble) => {
  const { double, cloud } = await start(inTurn(trouble, answer(200, { id: '1' })));
  expect(await cloud.readWaba(credentials)).toMatchObject({ id: '1' });
  expect(double.heard).toHaveLength(2);
});

test.each([
  ['keeps failing', graphError(503, 2), 'unavailable', 3],
  [
    'wants a longer wait than one may hold a connection',
    graphError(429, 4, {}, { 'retry-after': '300' }),
    'unavailable',
    1,
  ],
  ['has lost its token', graphError(401, 190), 'provider_failed', 1],
  ['asks for what is gone', graphError(400, 100, { error_subcode: 33 }), 'not_found', 1],
  ['asks for what never was', answer(404, 'nothing'), 'not_found', 1],
])('a read that %s says so', async (_, reply, code, calls) => {
  const { double, cloud } = await start(reply);
  await expect(cloud.readWaba(credentials)).rejects.toMatchObject({ name: 'Fault', code });
  expect(double.heard).toHaveLength(calls);
});

test('a refused read carries the treatment and the wait', async () => {
  const expired = await start(graphError(401, 190));
  await expect(expired.cloud.readWaba(credentials)).rejects.toMatchObject({
    data: { treatment: 'stop_channel', providerCode: 190 },
  });
  const limited = await start(graphError(429, 4, {}, { 'retry-after': '300' }));
  await expect(limited.cloud.readWaba(credentials)).rejects.toMatchObject({ retryAfter: 300 });
});

/** Both hops on one server: the address first, then the file. */
function media(file: Reply, more: object = {}): Reply {
  return (response, heard, request) => {
    if (heard.url.startsWith('/v26.0/')) {
      const url = `http://${heard.headers.host}/files/1`;
      answer(200, {
        url,
        mime_type: 'image/jpeg',
        sha256: 'abc',
        file_size: '5',
        id: '9',
        messaging_product: 'whatsapp',
        ...more,
      })(response, heard, request);
    } else file(response, heard, request);
  };
}

test('media: two hops, both with the token', async () => {
  const { double, cloud } = await start(media(answer(200, 'bytes')));
  const limits = { maxBytes: 100 };
  expect(await cloud.download(credentials, '9', limits)).toEqual({
    bytes: Buffer.from('bytes'),
    mime: 'image/jpeg',
    sha256: 'abc',
  });
  expect(double.heard.map((heard) => [heard.url, heard.headers.authorization])).toEqual([
    ['/v26.0/9', `Bearer ${credentials.accessToken}`],
    ['/files/1', `Bearer ${credentials.accessToken}`],
  ]);
  const opened = await cloud.openMedia(credentials, '9', limits);
  expect(await readText(opened.body)).toBe('bytes');
  expect(await cloud.mediaAddress(credentials, '9')).toMatchObject({ mime: 'image/jpeg', sha256: 'abc', bytes: 5 });
});

test('media over the limit: refused by its announced size, and by its real one', async () => {
  const announced = await start(media(answer(200, 'bytes'), { file_size: 500 }));
  await expect(announced.cloud.download(credentials, '9', { maxBytes: 100 })).rejects.toMatchObject({
    code: 'too_large',
  });
  expect(announced.double.heard).toHaveLength(1);
  const real = await start(media(answer(200, 'x'.repeat(200_000))));
  await expect(real.cloud.download(credentials, '9', { maxBytes: 100 })).rejects.toMatchObject({ code: 'too_large' });
});

const cut: Reply = (response) => {
  response.writeHead(200, { 'content-length': '50' });
  response.write('by', () => response.destroy());
};
test.each<[string, Reply, string]>([
  ['gone', answer(404, ''), 'not_found'],
  ['a server in trouble', answer(502, ''), 'unavailable'],
  ['a file cut in the middle', cut, 'unavailable'],
  ['not for us', answer(403, ''), 'provider_failed'],
])('media: %s', async (_, file, code) => {
  const { cloud } = await start(media(file));
  await expect(cloud.download(credentials, '9', { maxBytes: 100 })).rejects.toMatchObject({ code });
});

test.each([
  ['no address', {}],
  ['no URL', { url: 'somewhere' }],
])('media with %s is a fault of the provider', async (_, json) => {
  const { cloud } = await start(answer(200, json));
  await expect(cloud.mediaAddress(credentials, '9')).rejects.toMatchObject({ code: 'provider_failed' });
});

test('with the real Graph API, a media address in our own network or without TLS is refused', async () => {
  for (const url of ['http://127.0.0.1:1/x', 'https://127.0.0.1/x', 'http://example.com/x', 'file:///etc/passwd']) {
    const { double } = await start(answer(200, { url, file_size: 5 }));
    const config = { ...double.ctx.config, graphApiAllowsPrivate: false };
    const cloud = createWhatsAppCloud({ ...double.ctx, config });
    await expect(cloud.download(credentials, '9', { maxBytes: 100 })).rejects.toMatchObject({
      code: 'provider_failed',
    });
  }
});

test('an upload is one multipart body with the type and a harmless name', async () => {
  const { double, cloud } = await start(answer(200, { id: '777' }));
  const file = { bytes: Buffer.from('%PDF'), mime: 'application/pdf', fileName: 'no"ta\r\nX: y.pdf' };
  expect(await cloud.uploadMedia(credentials, file)).toEqual({ id: '777' });
  const [heard] = double.heard;
  expect(heard?.url).toBe(`/v26.0/${credentials.phoneNumberId}/media`);
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(heard?.headers['content-type'] ?? '')?.[1];
  expect(heard?.body.split(`--${boundary}`)).toEqual([
    '',
    '\r\nContent-Disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n',
    '\r\nContent-Disposition: form-data; name="type"\r\n\r\napplication/pdf\r\n',
    '\r\nContent-Disposition: form-data; name="file"; filename="no_ta__X: y.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n',
    '--\r\n',
  ]);
  await expect(cloud.uploadMedia(credentials, { ...file, mime: 'a/b\r\nX: y' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('an upload that is refused says why', async () => {
  const { cloud } = await start(graphError(400, 131053));
  const file = { bytes: Buffer.from('x'), mime: 'video/webm', fileName: 'a.webm' };
  await expect(cloud.uploadMedia(credentials, file)).rejects.toMatchObject({
    data: { treatment: 'media_retry', providerCode: 131053 },
  });
});
