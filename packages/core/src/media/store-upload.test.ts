import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { OUTBOUND_LIMITS, storeUpload, type Upload } from './index.ts';
import { mediaLab } from './testing/media-lab.ts';
import { samples } from './testing/sample-files.ts';

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
  await expect(store(large)).rejects.toMatchObject({ code: 'too_large', data: { kind: 'image' } });
  expect(await store(large, { kind: 'document' })).toMatchObject({ kind: 'document', size: large.length });
  await expect(store(Buffer.alloc(600 * 1024), { kind: 'sticker' })).rejects.toMatchObject({ code: 'too_large' });
  await expect(store(Buffer.alloc(0))).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await readdir(storage.incoming)).toEqual([]);
});
