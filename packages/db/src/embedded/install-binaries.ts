import { constants, existsSync } from 'node:fs';
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';

/**
 * PostgreSQL runs from a copy (60 MB, once): npm scripts are off and its symlinks missing, root's checkout may be closed to the
 * user it runs as, and the old major is still there when an upgrade needs it.
 */
export async function installBinaries(from: Binaries, parent: string): Promise<string> {
  const target = join(parent, `pgbin-${from.version}`);
  if (existsSync(join(target, 'bin', 'postgres'))) return target;
  const half = `${target}.${process.pid}.half`;
  await rm(half, { recursive: true, force: true });
  await cp(from.source, half, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await makeSymlinks(half);
  try {
    await rename(half, target);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(join(target, 'bin', 'postgres'))) throw error; // else another program was faster
  }
  return target;
}

async function makeSymlinks(folder: string): Promise<void> {
  const listed: unknown = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  // The package's list is of paths from its own root: "native/lib/libpq.so.5".
  for (const { source, target } of listed as { source: string; target: string }[]) {
    const link = join(folder, target.replace(/^native\//, ''));
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
