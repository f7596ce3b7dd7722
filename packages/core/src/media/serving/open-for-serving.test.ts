import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Media, openForServing, type ServeRequest, signLink, storeUpload } from '../index.ts';
import { mediaLab } from '../testing/media-lab.ts';
import { samples } from '../testing/sample-files.ts';
import { readRange } from './read-range.ts';

const lab = await mediaLab();
const { ctx, storage } = lab;
const upload = (bytes: Buffer, fileName = 'arquivo') =>
  storeUpload(ctx, storage, { body: Readable.from([bytes]), fileName });
const tokenOf = (media: Media) => signLink(ctx, media.id).token;
async function served(media: Media, request: ServeRequest = {}) {
  const { status, headers, body } = await openForServing(ctx, storage, tokenOf(media), request);
  return { status, headers, bytes: body && (await buffer(body)) };
}

test('a photo is shown in place, as what it is, and nothing in it can run', async () => {
  const photo = await upload(samples.png, 'férias "2026".png');
  const { status, headers, bytes } = await served(photo);
  expect([status, bytes]).toEqual([200, samples.png]);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(samples.png.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'accept-ranges': 'bytes',
    'content-disposition': `inline; filename="ferias _2026_.png"; filename*=UTF-8''f%C3%A9rias%20_2026_.png`,
  });
  expect(headers['cache-control']).toMatch(/^private/);
});

test.each([
  ['a page', samples.html],
  ['a drawing', samples.svg],
  ['a program', samples.exe],
  ['a text', Buffer.from('olá')],
  ['who knows what', Buffer.from([0, 1, 2, 3])],
])('%s is only ever a download, whatever its name', async (_name, bytes) => {
  const { headers } = await served(await upload(bytes, 'foto.jpg'));
  expect(headers['content-disposition']).toMatch(/^attachment; /);
  expect(headers['content-type']).toMatch(/^(application\/octet-stream|text\/plain; charset=utf-8)$/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('a name cannot add a header or break out of its quotes', async () => {
  const { headers } = await served(await upload(samples.pdf, `a"; evil="1\r\nSet-Cookie: x=1; b='%;\\.pdf`));
  expect(headers['content-disposition']).toMatch(
    /^inline; filename="[ -!#-[\]-~]*"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/,
  );
});

test('a part of a file is answered as a part, what lies outside is not there, and nonsense is the whole', async () => {
  const media = await upload(Buffer.from('0123456789'));
  const part = async (range: string) => {
    const { status, headers, bytes } = await served(media, { range });
    return [status, headers['content-range'], headers['content-length'], bytes?.toString()];
  };
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '3', '234']);
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '3', '789']);
  expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '2', '89']);
  expect(await part('bytes=0-99')).toEqual([206, 'bytes 0-9/10', '10', '0123456789']);
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '0', undefined]);
  expect(await part('bytes=-0')).toEqual([416, 'bytes */10', '0', undefined]);
  for (const nonsense of [
    'bytes=4-2',
    'bytes=0-1,3-4',
    'lines=1-2',
    'bytes=-',
    'bytes=a-b',
    `bytes=${'9'.repeat(40)}-`,
  ])
    expect(await part(nonsense), nonsense).toEqual([200, undefined, '10', '0123456789']);
});

test('whatever range is asked for, what is answered lies within the file', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 15 }), (noise, a, b, size) => {
      for (const header of [noise, `bytes=${noise}`, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
        const range = readRange(header, size);
        if (range === undefined || range === 'unsatisfiable') continue;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }
    }),
  );
});

test('HEAD has the headers alone, a download is a download, and what a browser has is not sent again', async () => {
  const media = await upload(samples.pdf);
  const head = await served(media, { method: 'HEAD' });
  expect([head.status, head.bytes, head.headers['content-length']]).toEqual([
    200,
    undefined,
    String(samples.pdf.length),
  ]);
  expect((await served(media, { download: true })).headers['content-disposition']).toMatch(/^attachment/);
  const again = await served(media, { ifNoneMatch: `"x", W/${head.headers.etag}` });
  expect([again.status, again.bytes]).toEqual([304, undefined]);
});

test('a link to what is not there, not yet, or of another workspace opens nothing', async () => {
  const pending = await lab.register();
  await expect(openForServing(ctx, storage, signLink(ctx, pending).token)).rejects.toMatchObject({ code: 'not_found' });
  await expect(openForServing(ctx, storage, signLink(ctx, ctx.ids.uuid()).token)).rejects.toMatchObject({
    code: 'not_found',
  });
  const media = await upload(Buffer.from('ours'));
  const other = await lab.newWorkspace();
  await expect(openForServing(ctx, storage, signLink(other, media.id).token)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(openForServing(ctx, storage, 'made.up.link')).rejects.toMatchObject({ code: 'forbidden' });
  await rm(join(ctx.config.dataDir, 'media', media.storageKey ?? ''));
  await expect(served(media)).rejects.toMatchObject({ code: 'not_found' });
});
