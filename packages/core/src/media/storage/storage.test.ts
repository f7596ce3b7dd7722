import { chmod, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createCtx, type MediaConfig, Secret } from '@balcao/kernel';
import { quietLog, testConfig } from '@balcao/testkit';
import { afterAll, describe, expect, test } from 'vitest';
import { receiveFile } from '../receive-file.ts';
import { objectStoreDouble, STORE_KEY } from '../testing/object-store-double.ts';
import { sha256 } from '../testing/sample-files.ts';
import { diskFault } from './disk-fault.ts';
import { openStorage } from './open-storage.ts';
import { contentKey, type Storage } from './storage.ts';

const base = testConfig();
const ctx = createCtx(base, { log: quietLog });
afterAll(() => ctx.http.close());
const store = await objectStoreDouble();
afterAll(() => store.close());
const { accessKeyId, secretAccessKey, region } = STORE_KEY;
const bucket: MediaConfig = {
  kind: 's3',
  bucket: 'midias',
  region,
  endpoint: store.endpoint,
  accessKeyId: new Secret(accessKeyId),
  secretAccessKey: new Secret(secretAccessKey),
  pathStyle: true,
};
const onDisk = await openStorage(ctx);
const inBucket = await openStorage({ ...ctx, config: { ...base, media: bucket } });
const workspaceId = ctx.ids.uuid();

async function keep(storage: Storage, content: Buffer): Promise<string> {
  const file = await receiveFile(ctx, storage, Readable.from([content]), 1e9);
  const key = contentKey(workspaceId, file.sha256);
  await storage.keep(key, file);
  return key;
}

describe.each([
  ['a folder', onDisk],
  ['a bucket', inBucket],
])('%s', (_name, storage) => {
  test('gives back what was kept, whole or in part, and nothing is left on the way in', async () => {
    const content = Buffer.from('0123456789'.repeat(20_000));
    const key = await keep(storage, content);
    expect(await buffer(await storage.open(key, 0, content.length - 1))).toEqual(content);
    expect((await buffer(await storage.open(key, 3, 5))).toString()).toBe('345');
    expect(await storage.has(key)).toBe(true);
    expect(await readdir(storage.incoming)).toEqual([]);
  });

  test('the same content kept twice, also at once, is there once', async () => {
    const content = Buffer.from('twice');
    const [first, second] = await Promise.all([keep(storage, content), keep(storage, content)]);
    expect(first).toBe(second);
    expect((await buffer(await storage.open(first, 0, 4))).toString()).toBe('twice');
    expect(await readdir(storage.incoming)).toEqual([]);
  });

  test('says what is not there, and forgets what is removed', async () => {
    const absent = contentKey(workspaceId, sha256('absent').toString('hex'));
    await expect(storage.open(absent, 0, 1)).rejects.toMatchObject({ code: 'not_found' });
    expect(await storage.has(absent)).toBe(false);
    await storage.remove(absent);
    const key = await keep(storage, Buffer.from('removed'));
    await storage.remove(key);
    expect(await storage.has(key)).toBe(false);
  });

  test('no key leads out of it', async () => {
    const hash = sha256('x').toString('hex');
    for (const key of [
      '../../etc/passwd',
      `${workspaceId}/../${hash}`,
      `/${workspaceId}/2d/${hash}`,
      `${workspaceId}/00/${hash}`,
      '',
      `${workspaceId}/${hash.slice(0, 2)}/${hash}/..`,
    ])
      await expect(async () => storage.open(key, 0, 1), key).rejects.toMatchObject({ code: 'internal' });
    expect(() => contentKey('..', hash)).toThrow(/no key/);
    expect(() => contentKey(workspaceId, `../${hash.slice(3)}`)).toThrow(/no key/);
  });
});

test('on the disk only the program can read it', async () => {
  const key = await keep(onDisk, Buffer.from('private'));
  const root = join(base.dataDir, 'media');
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  expect([await mode(root), await mode(join(root, workspaceId)), await mode(join(root, key))]).toEqual([
    '700',
    '700',
    '600',
  ]);
  await chmod(root, 0o755);
  await openStorage(ctx);
  expect(await mode(root)).toBe('700');
});

test('what a killed program left half received is swept away after a day', async () => {
  const [old, young] = ['old', 'young'].map((name) => join(onDisk.incoming, name)) as [string, string];
  await Promise.all([writeFile(old, 'x'), writeFile(young, 'x')]);
  const yesterday = Date.now() / 1_000 - 25 * 3_600;
  await utimes(old, yesterday, yesterday);
  await openStorage(ctx);
  expect(await readdir(onDisk.incoming)).toEqual(['young']);
  await rm(young);
});

test('a disk that is full or gone is a reason to wait, not to give up', async () => {
  const full = await writeFile('/dev/full', 'x').catch((error: unknown) => diskFault(error, 'receiving'));
  expect(full).toMatchObject({ code: 'unavailable', message: 'receiving: the disk of the media is full' });
  const folder = await mkdtemp(join(tmpdir(), 'balcao-disk-'));
  const storage = await openStorage({
    ...ctx,
    config: { ...base, media: { kind: 'disk', dir: join(folder, 'media') } },
  });
  const file = await receiveFile(ctx, storage, Readable.from(['x']), 10);
  // The folder of the workspace is a file: nothing can be made in it, not even by root.
  await writeFile(join(folder, 'media', workspaceId), 'in the way');
  await expect(storage.keep(contentKey(workspaceId, file.sha256), file)).rejects.toMatchObject({ code: 'unavailable' });
  await rm(join(folder, 'media'), { recursive: true });
  await expect(receiveFile(ctx, storage, Readable.from(['x']), 10)).rejects.toMatchObject({ code: 'unavailable' });
  await symlink('/dev/full', join(folder, 'media'));
  await expect(receiveFile(ctx, storage, Readable.from(['x']), 10)).rejects.toMatchObject({ code: 'unavailable' });
  await rm(folder, { recursive: true });
});

test('a bucket that is down, full or closed to us is a reason to wait, and says which', async () => {
  const file = await receiveFile(ctx, inBucket, Readable.from(['patience']), 100);
  const key = contentKey(workspaceId, file.sha256);
  for (const broken of [
    { status: 503, code: 'SlowDown' },
    { status: 507, code: 'XMinioStorageFull' },
    { status: 403, code: 'AccessDenied' },
    { status: 404, code: 'NoSuchBucket' },
  ]) {
    store.broken = broken;
    const refused = {
      code: 'unavailable',
      message: expect.stringContaining(broken.code) as string,
      data: { storage: true },
    };
    await expect(inBucket.keep(key, file)).rejects.toMatchObject(refused);
    await expect(inBucket.open(key, 0, 1)).rejects.toMatchObject(refused);
  }
  store.broken = undefined;
  // The file was not taken away meanwhile.
  await inBucket.keep(key, file);
  expect(store.objects.get(`/midias/${key}`)?.toString()).toBe('patience');

  const nowhere = { ...bucket, endpoint: 'http://127.0.0.1:1' } as MediaConfig;
  const gone = await openStorage({ ...ctx, config: { ...base, media: nowhere } });
  await expect(gone.has(key)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a bucket refuses another secret', async () => {
  const wrong = { ...bucket, secretAccessKey: new Secret('guessed') } as MediaConfig;
  const storage = await openStorage({ ...ctx, config: { ...base, media: wrong } });
  await expect(keep(storage, Buffer.from('x'))).rejects.toMatchObject({
    message: expect.stringContaining('SignatureDoesNotMatch') as string,
  });
});
