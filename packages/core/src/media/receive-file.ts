import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Ctx, Fault, HttpError } from '@balcao/kernel';
import { diskFault } from './storage/disk-fault.ts';
import type { LocalFile, Storage } from './storage/storage.ts';

/** Streams a body into a private file of its own, counting and hashing. Faults: 'too_large', 'unavailable' (disk), 'provider_failed' (the sender's end). */
export async function receiveFile(ctx: Ctx, storage: Storage, body: Readable, maxBytes: number): Promise<LocalFile> {
  const path = join(storage.incoming, ctx.ids.uuid());
  try {
    return await write(path, body, maxBytes);
  } catch (error) {
    await discard(path);
    throw error;
  } finally {
    body.destroy();
  }
}

/** The caller is done with it: kept by the storage, or not wanted. */
export const dropFile = (file: LocalFile): Promise<void> => discard(file.path);

/** What cannot be removed now is swept away later; why we are here is worth more than this error. */
const discard = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);

async function write(path: string, body: Readable, maxBytes: number): Promise<LocalFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => Promise.reject(noFolder(error)));
  try {
    for await (const chunk of chunksOf(body, maxBytes)) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk).catch((error: unknown) => Promise.reject(diskFault(error, 'receiving')));
    }
  } finally {
    await file.close();
  }
  return { path, size, sha256: hash.digest('hex') };
}

async function* chunksOf(body: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield Buffer.from(chunk as Buffer | string); // a body is bytes or text
  } catch (error) {
    // The HTTP client counts too, and may be the first to see it.
    if (error instanceof HttpError && error.reason === 'too_large') throw tooLarge(maxBytes);
    if (error instanceof Fault) throw error;
    throw new Fault('provider_failed', 'the file broke off while it was coming', {}, error);
  }
}

const tooLarge = (maxBytes: number) =>
  new Fault('too_large', `the file is larger than ${maxBytes} bytes`, { maxBytes });

/** The folder for files on their way in was taken away: not "nothing to be found" but a disk that does not work. */
function noFolder(error: unknown): Fault {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return missing
    ? new Fault('unavailable', 'the folder of the media is gone', { storage: true }, error)
    : diskFault(error, 'receiving');
}
