import { Readable } from 'node:stream';
import { Fault } from '@balcao/kernel';
import { expect, test } from 'vitest';
import { forgetUploaded, providerIdOf, storeUpload } from '../index.ts';
import { mediaLab } from '../testing/media-lab.ts';
import { samples } from '../testing/sample-files.ts';

const lab = await mediaLab();
const { ctx, storage } = lab;
const channelId = ctx.ids.uuid();
let uploads = 0;
const upload = async ({ bytes }: { bytes: Buffer }) => {
  expect(bytes.length).toBeGreaterThan(0);
  return { id: `meta-${++uploads}` };
};
const store = async (bytes: Buffer, fileName?: string) =>
  (await storeUpload(ctx, storage, { body: Readable.from([bytes]), fileName })).id;

test('a file is given to each number once, again when the provider has forgotten it, and never to another company', async () => {
  const mediaId = await store(samples.png);
  const ask = (at = ctx, channel = channelId) => providerIdOf(at, storage, { mediaId, channelId: channel }, upload);
  expect([await ask(), await ask()]).toEqual(['meta-1', 'meta-1']);
  expect(await ask(ctx, ctx.ids.uuid())).toBe('meta-2');
  expect(await ask(lab.at(new Date(Date.now() + 30 * 86_400_000)))).toBe('meta-3');
  await forgetUploaded(ctx, mediaId, channelId);
  expect(await ask()).toBe('meta-4');
  await expect(ask(await lab.newWorkspace())).rejects.toMatchObject({ code: 'not_found' });
});

test('what WhatsApp never takes is not uploaded, and a refused upload leaves nothing behind', async () => {
  const asked = { mediaId: await store(samples.exe), channelId };
  await expect(providerIdOf(ctx, storage, asked, upload)).rejects.toMatchObject({ code: 'wrong_file' });
  const page = { mediaId: await store(samples.html, 'a.html'), channelId };
  const refuse = () => Promise.reject(new Fault('provider_failed', 'no'));
  await expect(providerIdOf(ctx, storage, page, refuse)).rejects.toMatchObject({ code: 'provider_failed' });
  const heard: string[] = [];
  await providerIdOf(ctx, storage, page, async ({ mime }) => {
    heard.push(mime);
    return { id: 'meta-9' };
  });
  expect(heard).toEqual(['text/plain']);
});
