import { Worker } from 'node:worker_threads';
import type { ToRead } from './inside/read-any.ts';
import type { Read } from './inside/read-html.ts';
import { type ReadingProblem, Unreadable } from './problems.ts';

export interface ReadingLimits {
  readonly timeoutMs: number;
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { timeoutMs: 60_000, megabytes: 384 };
/** Reads at the same time in this process; others wait their turn. */
const AT_ONCE = 2;
const LOOK_EVERY_MS = 100;

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * The text of whatever somebody sent, read in a thread of its own that is stopped when it takes too much time or memory: nothing
 * that a file does to its reader is felt by those who are served meanwhile.
 */
export async function readApart(file: ToRead, signal?: AbortSignal, limits: ReadingLimits = LIMITS): Promise<Read> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading++;
  try {
    return await readInThread(file, signal, limits);
  } finally {
    const next = waiting.shift();
    if (next === undefined) reading--;
    else next();
  }
}

interface Answer {
  readonly read?: Read;
  readonly problem?: ReadingProblem;
}

async function readInThread(file: ToRead, signal: AbortSignal | undefined, limits: ReadingLimits): Promise<Read> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./inside/reader.ts', import.meta.url), {
    workerData: file,
    env: {},
    // What the readers print of a broken file is nobody's business.
    ...{ stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const watch = { timer: undefined as NodeJS.Timeout | undefined, started: performance.now() };
  const base = process.memoryUsage().rss;
  try {
    return await new Promise<Read>((resolve, reject) => {
      const tooHeavy = () => reject(new Unreadable('too_heavy'));
      // Buffers lie outside of what a thread's limits count.
      watch.timer = setInterval(() => {
        if (performance.now() - watch.started > limits.timeoutMs) tooHeavy();
        if (process.memoryUsage().rss - base > (limits.megabytes + 256) * 1024 * 1024) tooHeavy();
      }, LOOK_EVERY_MS);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.once('message', ({ read, problem }: Answer) => {
        if (read === undefined) reject(new Unreadable(problem ?? 'damaged'));
        else resolve(read);
      });
      worker.once('error', (error) => {
        const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(new Unreadable(full ? 'too_heavy' : 'damaged'));
      });
      worker.once('exit', () => reject(new Unreadable('damaged')));
    });
  } finally {
    clearInterval(watch.timer);
    await worker.terminate();
  }
}
