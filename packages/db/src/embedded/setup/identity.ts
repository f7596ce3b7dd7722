import { spawnSync } from 'node:child_process';
import { chmodSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@balcao/kernel';

/** As whom PostgreSQL runs. It refuses to run as root. */
export interface Identity {
  /** Put before the command. */
  readonly prefix: readonly string[];
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** Who its files belong to, seen from here; undefined when we are that user. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const NOBODY = { uid: 65534, gid: 65534 };

/** `probe` is a program in the data folder: root's folder may be closed to every other user. */
export function chooseIdentity(probe: string, dataDir: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], spawn: {} };
  const nobody = nobodyHere();
  const asNobody = { prefix: [], spawn: nobody, owner: nobody };
  if (works([probe, '--version'], nobody)) return asNobody;
  const prefix = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--'];
  if (works([...prefix, probe, '--version'], {})) return { prefix, spawn: {}, owner: { uid: 0, gid: 0 } };
  // Containers often forbid that. If only our own folder is closed, it is opened to be passed through (not listed).
  const { mode } = statSync(dataDir);
  chmodSync(dataDir, mode | 0o011);
  if (works([probe, '--version'], nobody)) return asNobody;
  chmodSync(dataDir, mode);
  const sentence = `PostgreSQL does not run as root, and the user "nobody" cannot enter ${probe}. Let others pass through the folders above it (chmod o+x), choose another DATA_DIR, or start Balcão as an ordinary user.`;
  throw new Fault('unavailable', sentence);
}

function works(command: readonly string[], as: { uid?: number; gid?: number }): boolean {
  const [file = '', ...args] = command;
  return spawnSync(file, args, { ...as, cwd: '/', stdio: 'ignore', timeout: 10_000 }).status === 0;
}

function nobodyHere(): { uid: number; gid: number } {
  try {
    const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
    return line === null ? NOBODY : { uid: Number(line[1]), gid: Number(line[2]) };
  } catch {
    return NOBODY;
  }
}

/** Gives a folder to the identity; all of it when it was another's before (the way of becoming somebody else changed). */
export function giveTo(identity: Identity, folder: string): void {
  if (identity.owner === undefined) return;
  const { uid, gid } = identity.owner;
  if (lstatSync(folder).uid !== uid) chownTree(folder, uid, gid);
}

function chownTree(path: string, uid: number, gid: number): void {
  lchownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
}
