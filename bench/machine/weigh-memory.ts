import { readFileSync } from 'node:fs';
import { listProcesses, treeOf } from './list-processes.ts';

export interface Memory {
  /** Proportional: a page that two processes share is counted once. */
  readonly pssMiB: number;
  readonly programMiB: number;
  readonly postgresMiB: number;
}

function readPss(pid: number): number {
  try {
    const kib = /^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0; // gone meanwhile
  }
}

export function weighMemory(roots: { readonly program: number; readonly postgres: number | undefined }): Memory {
  const entries = listProcesses();
  const postgres = roots.postgres === undefined ? [] : treeOf(roots.postgres, entries);
  const inPostgres = new Set(postgres.map(({ pid }) => pid));
  const program = treeOf(roots.program, entries).filter(({ pid }) => !inPostgres.has(pid));
  const sum = (list: readonly { pid: number }[]) => list.reduce((total, { pid }) => total + readPss(pid), 0);
  const [programMiB, postgresMiB] = [sum(program), sum(postgres)];
  return { pssMiB: programMiB + postgresMiB, programMiB, postgresMiB };
}
