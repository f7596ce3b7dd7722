import { readFileSync, readlinkSync } from 'node:fs';

/** True for a process that runs; false for none and for a zombie, which holds nothing any more but its number. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = statOf(pid);
  return stat === undefined || (stat.state !== 'Z' && stat.state !== 'X');
}

/** Whether `pid` is the PostgreSQL of this data directory, and not somebody who got its number after a restart. Unknown: yes. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  const stat = statOf(pid);
  if (stat === undefined) return true;
  if (stat.name !== 'postgres') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return true;
  }
}

function statOf(pid: number): { name: string; state: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const close = text.lastIndexOf(')'); // the name may hold anything, a ")" too
    return { name: text.slice(text.indexOf('(') + 1, close), state: text.charAt(close + 2) };
  } catch {
    return undefined;
  }
}
