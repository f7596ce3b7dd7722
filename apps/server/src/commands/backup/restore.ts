import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findRunning, layoutOf, tryLock } from '@balcao/db';
import type { Config } from '@balcao/kernel';
import { readConfig } from '../read-config.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { withDatabase } from '../with-database.ts';
import { OWN_DATABASE } from './backup.ts';
import { copyTree } from './copy-tree.ts';
import { readManifest } from './manifest.ts';

interface Part {
  readonly from: string;
  readonly to: string;
  /** Where what was there waits until somebody removes it. */
  readonly aside: string;
}

/** Puts a backup in the place of what is there; what was there is moved aside, and comes back when the backup does not start. */
export async function restore(terminal: Terminal, folder: string): Promise<void> {
  const config = readConfig();
  if (config.database.kind === 'external') throw new Error(OWN_DATABASE);
  const from = resolve(folder);
  const manifest = await readManifest(from);
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+Z$/g, '');
  const parts = partsOf(config, from, stamp).filter((part) => existsSync(part.from));
  await mkdir(config.dataDir, { recursive: true });
  const unlock = lockOut(config);
  try {
    for (const part of parts) await copyTree(part.from, `${part.to}.restoring`);
    for (const part of parts) await putInPlace(part);
  } finally {
    unlock();
    for (const part of parts) await rm(`${part.to}.restoring`, { recursive: true, force: true });
  }
  try {
    await withDatabase(async (ctx) => ctx.db.health());
  } catch (error) {
    for (const part of parts) await putBack(part);
    throw new Error(
      `The backup did not start, and everything is as it was before: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const aside = parts.map((part) => part.aside).filter((path) => existsSync(path));
  const kept =
    aside.length === 0 ? '' : `\nWhat was there before is kept in:\n${aside.map((path) => `  ${path}`).join('\n')}`;
  const keys = manifest.keys === 'elsewhere' ? '\nIts secrets open with the SECRET_KEYS of that time.' : '';
  await terminal.answer(
    { restored: from, at: manifest.at, aside },
    `The backup of ${manifest.at} is in place.${keys}${kept}`,
  );
}

function partsOf(config: Config, from: string, stamp: string): Part[] {
  const part = (name: string, to: string): Part => ({ from: join(from, name), to, aside: `${to}.before-${stamp}` });
  const parts = [part('postgres', layoutOf(config.dataDir).cluster)];
  if (config.media.kind === 'disk') parts.push(part('media', config.media.dir));
  if (config.secretKeys === undefined) parts.push(part('keys', join(config.dataDir, 'keys')));
  return parts;
}

/** Nobody may start on the folder while its parts change places. */
function lockOut(config: Config): () => void {
  const { programLock, keeperLock } = layoutOf(config.dataDir);
  const running = new Error(`Balcão is running on ${config.dataDir}. Stop it, then restore.`);
  if (findRunning(config.dataDir) !== undefined) throw running;
  const locks: { release(): void }[] = [];
  for (const file of [programLock, keeperLock]) {
    const lock = tryLock(file, 'balcao restore', new Date());
    if (lock !== undefined) locks.push(lock);
  }
  const unlock = () => {
    for (const lock of locks) lock.release();
  };
  if (locks.length === 2 && findRunning(config.dataDir) === undefined) return unlock;
  unlock();
  throw running;
}

async function putInPlace({ to, aside }: Part): Promise<void> {
  if (existsSync(to)) await rename(to, aside);
  await rename(`${to}.restoring`, to);
}

async function putBack({ to, aside }: Part): Promise<void> {
  await rm(to, { recursive: true, force: true });
  if (existsSync(aside)) await rename(aside, to);
}
