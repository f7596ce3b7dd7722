import { parentPort, workerData } from 'node:worker_threads';
import { Unreadable } from '../problems.ts';
import { readAny, type ToRead } from './read-any.ts';

/** The thread's one job: what it was given to read, or why not. */
const answer = await readAny(workerData as ToRead).then(
  (read) => ({ read }),
  (error: unknown) => ({ problem: error instanceof Unreadable ? error.problem : 'damaged' }),
);
parentPort?.postMessage(answer);
