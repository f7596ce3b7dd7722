import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { Fault } from '@balcao/kernel';
import type { Layout } from '../layout.ts';
import { giveTo, type Identity } from './identity.ts';

/** Below this PostgreSQL is not started: it would stop half way, with less to say. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Fault('unavailable', `The data folder ${dataDir} cannot be made: ${(error as Error).message}`, {}, error);
  }
  const disk = await statfs(dataDir);
  const free = disk.bavail * disk.bsize;
  if (free < LEAST_FREE_BYTES) {
    const sentence = `The disk that holds ${dataDir} is full (${Math.floor(free / 1048576)} MB left): make room, then start again.`;
    throw new Fault('unavailable', sentence);
  }
}

/** The folders PostgreSQL writes to, closed to everybody else: who reaches the socket is trusted. */
export function prepareFolders(layout: Layout, identity: Identity): void {
  mkdirSync(dirname(layout.settings), { recursive: true, mode: 0o700 });
  giveTo(identity, dirname(layout.settings));
  mkdirSync(layout.logDir, { recursive: true });
  if (existsSync(layout.cluster)) giveTo(identity, layout.cluster);
  if (dirname(layout.socketDir) === tmpdir()) prepareSocketDir(layout.socketDir, identity);
}

/** A name in the common temporary folder can be taken by somebody else first: then it is refused, not trusted. */
function prepareSocketDir(socketDir: string, identity: Identity): void {
  const fresh = mkdirSync(socketDir, { recursive: true, mode: 0o700 }) !== undefined;
  const found = lstatSync(socketDir);
  const allowed = [process.getuid?.(), identity.owner?.uid, 0];
  if (!found.isDirectory() || (!fresh && !allowed.includes(found.uid))) {
    throw new Fault(
      'unavailable',
      `${socketDir} belongs to somebody else. Remove it, or choose a DATA_DIR with a shorter path.`,
    );
  }
  chmodSync(socketDir, 0o700);
  giveTo(identity, socketDir);
}
