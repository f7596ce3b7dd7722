import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Tx, withWorkspace } from '@balcao/db';
import { createRunner, listDead } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import { afterEach, expect, test } from 'vitest';
import {
  type FetchParts,
  fetchInbound,
  fetchMediaHandler,
  fetchMediaJob,
  findMedia,
  INBOUND_LIMITS,
  type Media,
  registerInbound,
  type Storage,
} from '../index.ts';
import { mediaLab } from '../testing/media-lab.ts';
import { samples, sha256 } from '../testing/sample-files.ts';

const lab = await mediaLab();
const { ctx, storage, provider } = lab;
const DAY = 24 * 3_600_000;
const told: Media[] = [];
const settled = async (_tx: Tx, _ctx: unknown, media: Media) => void told.push(media);
const parts: FetchParts = { source: provider.source, storage, settled };
afterEach(async () => {
  told.length = 0;
  const left = await readdir(storage.incoming);
  if (left.length > 0) throw new Error(`an attempt, good or bad, left a file behind: ${left.join()}`);
});

const fetchIt = (id: string, attempt = 1, more: Partial<FetchParts> = {}, on = ctx) =>
  fetchInbound(on, { ...parts, ...more }, id, {
    attempt,
    lastAttempt: attempt === 70,
    signal: new AbortController().signal,
  });
const rowOf = async (id: string) => (await findMedia(ctx, [id])).get(id);
const serve = (id: string, bytes: Buffer, headers = {}) =>
  provider.files.set(
    id,
    (_request, response) => void response.writeHead(200, { 'content-length': bytes.length, ...headers }).end(bytes),
  );
const contentOf = async (media: Media | undefined, from: Storage = storage) =>
  buffer(await from.open(media?.storageKey ?? '', 0, (media?.size ?? 0) - 1));

test('a file is registered with its message, fetched by its job, and kept as what its bytes are', async () => {
  const id = ctx.ids.uuid();
  serve(id, samples.jpeg);
  const runner = createRunner(ctx, [fetchMediaJob], { [fetchMediaJob.name]: fetchMediaHandler(parts) });
  const file = {
    id,
    channelId: ctx.ids.uuid(),
    providerMediaId: id,
    kind: 'image',
    mime: 'text/html',
    sha256: sha256(samples.jpeg).toString('base64'),
    fileName: '../foto\u0000.jpg',
  };
  const undone = withWorkspace(ctx, async (tx) => {
    await registerInbound(tx, ctx, [{ ...file, id: ctx.ids.uuid() }]);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await withWorkspace(ctx, (tx) => registerInbound(tx, ctx, [file]));
  expect(await runner.drain()).toBe(1);
  await runner.stop();
  const media = await rowOf(id);
  expect(media).toMatchObject({
    state: 'stored',
    mime: 'image/jpeg',
    declaredMime: 'text/html',
    size: samples.jpeg.length,
    hashMatches: true,
    fileName: 'foto.jpg',
    reason: null,
  });
  expect(await contentOf(media)).toEqual(samples.jpeg);
  expect(told.map(({ id, state }) => [id, state])).toEqual([[id, 'stored']]);
});

test('naughty words of a provider are kept harmless', async () => {
  const naughty = {
    providerMediaId: `id\u0000"';--\uD800`,
    kind: 'hologram',
    mime: `a/b\u0000\r\n${'x'.repeat(999)}`,
    sha256: 'not a hash',
  };
  const id = await lab.register({ ...naughty, fileName: '\u202E' });
  expect(await rowOf(id)).toMatchObject({ kind: 'document', declaredSha256: null, fileName: null, state: 'pending' });
});

test('the same content is kept once in a workspace, and apart in another', async () => {
  const [one, two] = [await lab.register(), await lab.register()];
  serve(one, samples.gif);
  serve(two, samples.gif);
  const [first, second] = [await fetchIt(one), await fetchIt(two)];
  expect(first?.storageKey).toBe(second?.storageKey);
  const other = await lab.newWorkspace();
  const three = await lab.register({}, other);
  serve(three, samples.gif);
  const third = await fetchIt(three, 1, {}, other);
  expect(third?.storageKey).not.toBe(first?.storageKey);
  expect(await findMedia(other, [one])).toEqual(new Map());
  expect(await fetchIt(one, 1, {}, other)).toBeUndefined();
});

test('a page that says it is a photo is kept as a page', async () => {
  const id = await lab.register({ mime: 'image/jpeg', fileName: 'foto.jpg' });
  serve(id, samples.html, { 'content-type': 'image/jpeg' });
  expect(await fetchIt(id)).toMatchObject({ state: 'stored', kind: 'image', mime: 'text/html' });
});

test('a file over the limit of its kind is refused, said before, or found while it comes', async () => {
  const [said, found] = [await lab.register({ kind: 'sticker' }), await lab.register({ kind: 'sticker' })];
  provider.files.set(said, (_request, response) => {
    response.writeHead(200, { 'content-length': INBOUND_LIMITS.sticker + 1 });
    response.write('x');
  });
  let sent = 0;
  provider.files.set(found, (_request, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 64 * 1024;
    };
    response.on('drain', more);
    more();
  });
  for (const id of [said, found]) {
    expect(await fetchIt(id)).toMatchObject({ state: 'failed', reason: 'too_large', storageKey: null });
    // It is final: nobody asks again.
    const asked = provider.asked.get(id);
    await fetchIt(id, 2);
    expect(provider.asked.get(id)).toBe(asked);
  }
  expect(sent).toBeLessThan(INBOUND_LIMITS.sticker * 4);
  expect(told.length).toBe(2);
});

test('a file that breaks off, is empty or lies about its length is asked for again, and kept when it comes whole', async () => {
  const id = await lab.register();
  provider.files.set(id, (_request, response) => {
    response.writeHead(200, { 'content-length': samples.png.length });
    response.write(samples.png.subarray(0, 20), () => response.destroy());
  });
  await expect(fetchIt(id)).rejects.toMatchObject({ code: 'provider_failed' });
  expect(await rowOf(id)).toMatchObject({ state: 'pending', attempts: 1 });
  serve(id, Buffer.alloc(0));
  await expect(fetchIt(id, 2)).rejects.toMatchObject({ code: 'provider_failed' });
  expect(await rowOf(id)).toMatchObject({ state: 'pending', reason: 'incomplete', attempts: 2 });
  const short = { open: async () => ({ body: (await import('node:stream')).Readable.from([samples.png]), size: 1e6 }) };
  await expect(fetchIt(id, 3, { source: short })).rejects.toMatchObject({ code: 'provider_failed' });
  serve(id, samples.png);
  expect(await fetchIt(id, 4)).toMatchObject({ state: 'stored', reason: null, attempts: 4 });
});

test('another hash than promised is not believed twice, then the file is kept and marked: a customer does not send it again', async () => {
  const id = await lab.register({ sha256: sha256('something else').toString('hex') });
  serve(id, samples.png);
  for (const attempt of [1, 2]) await expect(fetchIt(id, attempt)).rejects.toThrow(/hash/);
  expect(await fetchIt(id, 3)).toMatchObject({ state: 'stored', hashMatches: false });
});

test('a provider that fails is asked again; at the end the file has failed, and its dead letter can be replayed', async () => {
  const id = await lab.register();
  provider.files.set(id, (_request, response) => void response.writeHead(500).end());
  await expect(fetchIt(id)).rejects.toMatchObject({ code: 'provider_failed' });
  expect(await rowOf(id)).toMatchObject({ state: 'pending', reason: 'unreachable' });
  await expect(fetchIt(id, 70)).rejects.toMatchObject({ code: 'provider_failed' });
  expect(await rowOf(id)).toMatchObject({ state: 'failed', reason: 'unreachable' });
  serve(id, samples.png);
  expect(await fetchIt(id, 1)).toMatchObject({ state: 'stored' });
  expect(told.map(({ state }) => state)).toEqual(['failed', 'stored']);
});

test('what the provider says is gone is believed the third time, and past seven days at once', async () => {
  const [gone, old] = [await lab.register(), await lab.register()];
  for (const attempt of [1, 2]) await expect(fetchIt(gone, attempt)).rejects.toMatchObject({ code: 'not_found' });
  expect(await fetchIt(gone, 3)).toMatchObject({ state: 'failed', reason: 'gone' });
  const later = lab.at(new Date(Date.now() + 8 * DAY));
  expect(await fetchIt(old, 5, {}, later)).toMatchObject({ state: 'expired', reason: 'expired' });
  expect(provider.asked.get(old)).toBeUndefined();
});

test('a storage that is full does not lose the file: it waits, and says why', async () => {
  const id = await lab.register();
  serve(id, samples.png);
  const full: Storage = {
    ...storage,
    keep: async () => Promise.reject(new Fault('unavailable', 'the disk of the media is full', { storage: true })),
  };
  await expect(fetchIt(id, 1, { storage: full })).rejects.toMatchObject({ code: 'unavailable' });
  expect(await rowOf(id)).toMatchObject({ state: 'pending', reason: 'storage' });
  expect(await fetchIt(id, 2)).toMatchObject({ state: 'stored' });
});

test('an attempt that is told to stop lets go of a file that does not come', async () => {
  const id = await lab.register();
  provider.files.set(id, (_request, response) => {
    response.writeHead(200, { 'content-length': 1_000 });
    response.write('x');
  });
  const abort = new AbortController();
  const attempt = fetchInbound(ctx, parts, id, { attempt: 1, lastAttempt: false, signal: abort.signal });
  setTimeout(() => abort.abort(new Error('told to stop')), 50);
  const since = performance.now();
  await expect(attempt).rejects.toMatchObject({ code: 'provider_failed' });
  expect(performance.now() - since).toBeLessThan(2_000);
});

test('two workers with one file keep it once', async () => {
  const id = await lab.register();
  serve(id, samples.png);
  await Promise.all([fetchIt(id), fetchIt(id)]);
  expect((await rowOf(id))?.state).toBe('stored');
  expect(told.length).toBe(1);
});

test('a file of the first try is stored within a job, and one that fails is tried again by itself', async () => {
  const id = await lab.register();
  let tries = 0;
  provider.files.set(
    id,
    (_request, response) => void response.writeHead(++tries < 2 ? 503 : 200).end(tries < 2 ? '' : samples.png),
  );
  const quick = { ...fetchMediaJob, backoff: { baseMs: 1, maxMs: 1 } };
  const runner = createRunner(ctx, [quick], { [quick.name]: fetchMediaHandler(parts) });
  await ctx.db.login.query(`delete from jobs where payload->>'mediaId' <> $1`, [id]);
  for (let n = 0; n < 5 && (await rowOf(id))?.state !== 'stored'; n++) {
    await runner.drain();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await runner.stop();
  expect(await rowOf(id)).toMatchObject({ state: 'stored', attempts: 2 });
  expect(await listDead(ctx)).toEqual([]);
});
