import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';

/**
 * PostgreSQL runs from the data folder: npm scripts are off and its symlinks missing, root's checkout may be closed to the user it
 * runs as, and the old major is still there when an upgrade needs it.
 */
export function installBinaries(from: Binaries, parent: string): string {
  const target = join(parent, `pgbin-${from.version}`);
  if (existsSync(join(target, 'bin', 'postgres'))) return target;
  const half = `${target}.${process.pid}.half`;
  rmSync(half, { recursive: true, force: true });
  duplicate(from.source, half, linkSync);
  makeSymlinks(half);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(target, 'bin', 'postgres'))) throw error; // else another program was faster
  }
  return target;
}

type Put = (from: string, to: string) => void;
const copy: Put = (from, to) => copyFileSync(from, to, constants.COPYFILE_FICLONE);

/** Hard links where they may be made (30 ms, no space), else copies (60 MB, half a second). */
function duplicate(from: string, to: string, put: Put): void {
  mkdirSync(to, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) duplicate(source, target, put);
    else if (entry.isFile()) putOrCopy(source, target, put);
  }
}

function putOrCopy(source: string, target: string, put: Put): void {
  try {
    put(source, target);
  } catch (error) {
    // Another disk, another owner (protected_hardlinks), or a file system without links.
    if (put === copy || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    copy(source, target);
  }
}

function makeSymlinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The package's list is of paths from its own root: "native/lib/libpq.so.5".
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
