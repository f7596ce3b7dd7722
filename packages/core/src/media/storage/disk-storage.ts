import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskFault } from './disk-fault.ts';
import { checkKey, type Storage } from './storage.ts';

export function diskStorage(root: string, incoming: string): Storage {
  const place = (key: string) => join(root, checkKey(key));
  return {
    kind: 'disk',
    incoming,
    async keep(key, file) {
      const target = place(key);
      try {
        const there = await stat(target).catch(() => undefined);
        if (there?.size === file.size) return await rm(file.path, { force: true });
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await flush(file.path);
        await rename(file.path, target);
        await flush(dirname(target));
      } catch (error) {
        // A missing folder here is no missing content.
        throw diskFault(isMissing(error) ? Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' }) : error, 'keeping');
      }
    },
    async open(key, start, end) {
      try {
        const file = await open(place(key), 'r');
        return file.createReadStream({ start, end });
      } catch (error) {
        throw diskFault(error, 'opening');
      }
    },
    async has(key) {
      try {
        return (await stat(place(key))).isFile();
      } catch (error) {
        if (isMissing(error)) return false;
        throw diskFault(error, 'looking');
      }
    },
    async remove(key) {
      await rm(place(key), { force: true }).catch((error: unknown) => Promise.reject(diskFault(error, 'removing')));
    },
  };
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A row says "stored" only of what survives a power cut: the file, and its name in the folder. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
