import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Within one machine, boot and process namespace a pid can be looked up; two containers may share a host name and a pid. */
export function hostIdentity(): string {
  return [hostname(), read('/proc/sys/kernel/random/boot_id'), pidNamespace()].join('/');
}

/** When the process began, in the kernel's own count; undefined when it is gone or a zombie. Tells a pid from its namesake. */
export function processStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return isThere(pid) ? 'unknown' : undefined;
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold anything.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (stat === '' || state === 'Z' || state === 'X') return undefined;
  return rest[18];
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
