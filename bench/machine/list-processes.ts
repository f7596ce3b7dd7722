import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** Own ticks and those of its children that are gone. */
  readonly ticks: number;
}

function readProcess(pid: number): ProcessEntry | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const close = text.lastIndexOf(')'); // the name may hold anything, a ")" too
    const fields = text.slice(close + 2).split(' ');
    const number = (at: number) => Number(fields[at]); // proc(5) counts from 1, and two fields lie before the bracket
    return {
      pid,
      parent: number(1),
      name: text.slice(text.indexOf('(') + 1, close),
      ticks: number(11) + number(12) + number(13) + number(14),
    };
  } catch {
    return undefined; // gone meanwhile
  }
}

export function listProcesses(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map(readProcess)
    .filter((entry) => entry !== undefined);
}

/** A process and all that came from it. */
export function treeOf(root: number, entries: readonly ProcessEntry[]): ProcessEntry[] {
  const inside = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const entry of entries) {
      if (!inside.has(entry.parent) || inside.has(entry.pid)) continue;
      inside.add(entry.pid);
      grew = true;
    }
  }
  return entries.filter((entry) => inside.has(entry.pid));
}
