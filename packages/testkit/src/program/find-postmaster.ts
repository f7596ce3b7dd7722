import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Stat {
  readonly name: string;
  readonly state: string;
  readonly parent: number;
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const close = text.lastIndexOf(')'); // the name may hold anything, a ")" too
    const [state = '', parent] = text.slice(close + 2).split(' ');
    return { name: text.slice(text.indexOf('(') + 1, close), state, parent: Number(parent) };
  } catch {
    return undefined; // gone
  }
}

/** The PostgreSQL that runs on this data folder, if any. */
export function findPostmaster(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  const stat = pid > 0 ? readStat(pid) : undefined;
  return stat?.name === 'postgres' && stat.state !== 'Z' ? pid : undefined;
}

export function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => readStat(pid)?.parent === parent);
}
