import { constants, type Dirent } from 'node:fs';
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface Copied {
  files: number;
  bytes: number;
}

export interface CopyOptions {
  /** True: neither it nor what is below it. The path is relative to the tree. */
  readonly skip?: (path: string) => boolean;
  /** Copied after everything else. */
  readonly last?: string;
}

/** Copies a tree in which files may come and go: one that is gone by the time it is its turn was not needed. */
export async function copyTree(from: string, to: string, options: CopyOptions = {}): Promise<Copied> {
  const sum: Copied = { files: 0, bytes: 0 };
  const copyOne = async (path: string) => {
    const bytes = await copyOrMiss(join(from, path), join(to, path));
    if (bytes !== undefined) {
      sum.files++;
      sum.bytes += bytes;
    }
  };
  const walk = async (folder: string): Promise<void> => {
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
    for (const entry of await entriesOf(join(from, folder))) {
      const path = relative(from, join(from, folder, entry.name));
      if (path === options.last || options.skip?.(path) === true) continue;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) await copyOne(path);
    }
  };
  await walk('.');
  if (options.last !== undefined) await copyOne(options.last);
  return sum;
}

const gone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (gone(error)) return [];
    throw error;
  }
}

/** On disk when this resolves: a backup that a power cut can take is none. */
async function copyOrMiss(from: string, to: string): Promise<number | undefined> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (gone(error)) return undefined;
    throw error;
  }
  const file = await open(to, 'r');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
