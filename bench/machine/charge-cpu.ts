import { readFileSync } from 'node:fs';
import { listProcesses, treeOf } from './list-processes.ts';

const MS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Node runs on

export interface CpuCharge {
  readonly programMs: number;
  readonly postgresMs: number;
  readonly generatorMs: number;
  /** Share of the whole machine that went to processes of neither side. */
  readonly othersShare: number;
  readonly wallMs: number;
}

interface Roots {
  readonly program: number;
  readonly postgres: number | undefined;
}

function readMachine(): { busy: number; total: number } {
  const fields = (/^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'latin1'))?.[1] ?? '').split(' ').map(Number);
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] = fields;
  return {
    busy: user + nice + system + irq + soft + steal,
    total: user + nice + system + idle + wait + irq + soft + steal,
  };
}

function readTicks(roots: Roots): { program: number; postgres: number; generator: number } {
  const entries = listProcesses();
  const sum = (list: readonly { ticks: number }[]) => list.reduce((total, entry) => total + entry.ticks, 0);
  const postgres = new Set(roots.postgres === undefined ? [] : treeOf(roots.postgres, entries).map(({ pid }) => pid));
  const program = treeOf(roots.program, entries).filter(({ pid }) => !postgres.has(pid));
  const generator = entries.filter(({ pid }) => pid === process.pid);
  return {
    program: sum(program),
    postgres: sum(entries.filter(({ pid }) => postgres.has(pid))),
    generator: sum(generator),
  };
}

/** Starts charging; the function it returns says what was spent since. */
export function chargeCpu(roots: Roots): () => CpuCharge {
  const machine = readMachine();
  const ticks = readTicks(roots);
  const at = performance.now();
  return () => {
    const now = readTicks(roots);
    const then = readMachine();
    const spent = {
      program: now.program - ticks.program,
      postgres: now.postgres - ticks.postgres,
      generator: now.generator - ticks.generator,
    };
    const others = Math.max(0, then.busy - machine.busy - spent.program - spent.postgres - spent.generator);
    return {
      programMs: spent.program * MS_PER_TICK,
      postgresMs: spent.postgres * MS_PER_TICK,
      generatorMs: spent.generator * MS_PER_TICK,
      othersShare: others / Math.max(1, then.total - machine.total),
      wallMs: performance.now() - at,
    };
  };
}
