import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { OUTBOUND_LIMITS, storeUpload, type Upload } from './index.ts';
import { mediaLab } from './testing/media-lab.ts';
import { samples } from './testing/sample-files.ts';
import { webmOf } from './testing/webm-of.ts';

const { ctx, storage } = await mediaLab();
const store = (bytes: Buffer, more: Partial<Upload> = {}) =>
  storeUpload(ctx, storage, { body: Readable.from([bytes]), ...more });

test('what goes out is kept as its bytes say, and becomes what WhatsApp can show', async () => {
  expect(await store(samples.jpeg, { fileName: 'a/b/foto.JPG', declaredMime: 'text/html\r\n' })).toMatchObject({
    direction: 'out',
    state: 'stored',
    kind: 'image',
    mime: 'image/jpeg',
    declaredMime: 'text/html',
    fileName: 'foto.JPG',
  });
  expect(await store(samples.mp4)).toMatchObject({ kind: 'video' });
  expect(await store(samples.ogg)).toMatchObject({ kind: 'audio' });
  expect(await store(samples.html, { declaredMime: 'image/png' })).toMatchObject({
    kind: 'document',
    mime: 'text/html',
  });
  expect(await store(samples.png, { kind: 'document' })).toMatchObject({ kind: 'document' });
});

test('what is too large for its kind, or empty, is refused and leaves nothing', async () => {
  const large = Buffer.concat([samples.png, Buffer.alloc(OUTBOUND_LIMITS.image)]);
  await expect(store(large, { kind: 'image' })).rejects.toMatchObject({ code: 'too_large' });
  expect(await store(large)).toMatchObject({ kind: 'document', size: large.length });
  await expect(store(Buffer.alloc(600 * 1024), { kind: 'sticker' })).rejects.toMatchObject({ code: 'too_large' });
  await expect(store(Buffer.alloc(0))).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await readdir(storage.incoming)).toEqual([]);
});

test('what WhatsApp would refuse is refused when it is meant for a customer', async () => {
  const wrong = { code: 'wrong_file' };
  await expect(store(samples.exe, { toSend: true })).rejects.toMatchObject(wrong);
  await expect(store(samples.gif, { toSend: true })).rejects.toMatchObject(wrong);
  await expect(store(samples.png, { toSend: true, kind: 'video' })).rejects.toMatchObject(wrong);
  await expect(store(samples.png, { toSend: true, voice: true })).rejects.toMatchObject(wrong);
  expect(await store(samples.html, { toSend: true })).toMatchObject({ kind: 'document' });
  expect(await readdir(storage.incoming)).toEqual([]);
});

test('a recording of Chromium becomes a voice note, and one that cannot become one says so', async () => {
  const note = await store(webmOf([Buffer.from([0xfc, 1, 2]), Buffer.from([0xfc, 3])]), { toSend: true, voice: true });
  expect(note).toMatchObject({ kind: 'audio', mime: 'audio/ogg', voice: true });
  expect(await store(samples.ogg, { toSend: true, voice: true })).toMatchObject({ mime: 'audio/ogg', voice: true });
  const mp3 = Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'),
    Buffer.from('fffb9064', 'hex'),
    Buffer.alloc(400),
  ]);
  expect(await store(mp3, { toSend: true, voice: true })).toMatchObject({ kind: 'audio', voice: false });
});
